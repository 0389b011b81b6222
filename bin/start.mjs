import { handOver } from "./handOver.mjs";

handOver("run.ts");
