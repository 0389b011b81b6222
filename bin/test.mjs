import { handOver } from "./handOver.mjs";

void handOver("check.ts");
