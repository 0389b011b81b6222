import { handOver } from "./handOver.mjs";

void handOver("../bench/week.ts");
