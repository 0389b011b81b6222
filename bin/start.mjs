import { handOver } from "./handOver.mjs";

void handOver("run.ts");
