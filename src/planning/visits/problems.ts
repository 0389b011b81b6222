import { problem } from "#platform";
import type { Breach } from "../contract.ts";

export const notPlannable = problem<{ current: string }>(
  "planning/order-not-plannable",
  409,
  "This order is not being planned now",
);
export const tooLate = problem(
  "planning/too-late-to-change",
  409,
  "This is too close to the appointment; please call us",
);
export const alreadyCancelled = problem(
  "planning/appointment-already-cancelled",
  409,
  "This appointment is cancelled already; there is nothing left to do",
);
export const planHasBreaches = problem<{ breaches: Breach[] }>(
  "planning/plan-has-breaches",
  409,
  "This plan is not right in every way; plan it despite that, or choose differently",
);
export const crewIsTaken = problem("planning/crew-taken", 409, "This crew is somewhere else at that time");
export const crewStaysIn = problem<{
  crew: string;
  van: string;
  why: "van_in_repair" | "van_retired" | "nobody";
}>(
  "planning/crew-stays-in",
  409,
  "This crew does not go out that day; give it what it lacks, or choose another",
);
export const dayPastMidnight = problem<{ crews: string[] }>(
  "planning/day-past-midnight",
  422,
  "With this the day of these crews would go on past midnight; move less there, or something else first",
);
export const reasonNeeded = problem("planning/reason-needed", 422, "Say why");
