import { handOver } from "./handOver.mjs";

void handOver("manage.ts");
