import { handOver } from "./handOver.mjs";

handOver("manage.ts");
