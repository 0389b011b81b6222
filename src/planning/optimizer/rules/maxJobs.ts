import type { DayRule } from "./rule.ts";

/** A crew has no more visits on a day than was agreed; the detail is that number. */
export const maxJobs: DayRule = ({ slot, stops }) =>
  slot.maxJobs !== null && stops.length > slot.maxJobs
    ? [{ rule: "max_jobs", visitId: null, crewId: slot.crewId, detail: String(slot.maxJobs) }]
    : [];
