import { handOver } from "./handOver.mjs";

void handOver("../bench/planning.ts");
