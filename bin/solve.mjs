import { handOver } from "./handOver.mjs";

void handOver("solve.ts");
