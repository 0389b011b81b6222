import { handOver } from "./handOver.mjs";

void handOver("../bench/repair.ts");
