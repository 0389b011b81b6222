import { handOver } from "./handOver.mjs";

void handOver("../bench/offers.ts");
