import { handOver } from "./handOver.mjs";

void handOver("types.ts");
