import { type Day, type FieldProblem, type Instant, invalidInput } from "./contract/index.ts";
import { dayOf, later } from "./time.ts";

/** Days that somebody typed, by field. */
type Typed = Readonly<Record<string, Day | null | undefined>>;

/** What is wrong with days to come: nobody plans more than three years ahead, so that is a slip of the year. */
export const farAheadProblems = (days: Typed, now: Instant): FieldProblem[] => {
  const last = dayOf(later(now, "P3Y"));
  const message = `More than three years ahead; choose a day up to ${last}`;
  return Object.entries(days).flatMap(([field, on]) =>
    on && on > last ? [{ pointer: `/${field}`, problem: "too-far-ahead", message }] : [],
  );
};

/** Refuses days that lie too far ahead to be meant. */
export const refuseFarAhead = (days: Typed, now: Instant): void => {
  const errors = farAheadProblems(days, now);
  if (errors.length > 0) throw invalidInput({ errors });
};
