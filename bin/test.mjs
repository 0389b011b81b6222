import { handOver } from "./handOver.mjs";

handOver("check.ts");
