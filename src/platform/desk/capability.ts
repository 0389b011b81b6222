import type { Capability } from "../capability.ts";
import { auditLines } from "./auditLines.ts";
import { deadJobs, tryAgain } from "./deadJobs.ts";

/** What the office sees of the ground floor itself: the audit log, and work that keeps failing. */
export const desk: Capability = { name: "platform", routes: [auditLines, deadJobs, tryAgain] };
