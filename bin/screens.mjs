import { handOver } from "./handOver.mjs";

void handOver("screens.ts");
