import { handOver } from "./handOver.mjs";

void handOver("../bench/run.ts");
