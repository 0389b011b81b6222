import { type Day, dayOf, farAheadProblems, type Instant, invalidInput } from "#platform";
import type { FieldProblem } from "#platform/contract";

/** What is wrong with a wish of the office for a day; what a partner sends is kept as it came. */
export const wishProblems = (requestedOn: Day | null | undefined, now: Instant): FieldProblem[] =>
  requestedOn && requestedOn < dayOf(now)
    ? [{ pointer: "/requestedOn", problem: "past-day", message: "This day is over" }]
    : farAheadProblems({ requestedOn }, now);

/** Refuses a wish of the office for a day that is over, or too far ahead to be meant. */
export const refuseOddWish = (requestedOn: Day | null | undefined, now: Instant): void => {
  const errors = wishProblems(requestedOn, now);
  if (errors.length > 0) throw invalidInput({ errors });
};
