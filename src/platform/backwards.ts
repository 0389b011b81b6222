import { type FieldProblem, invalidInput } from "./contract/index.ts";

type Moment = string | null | undefined;

/** What is wrong with the end of a stretch of days or hours that lies before its beginning; none when either is open. */
export const backwardsProblems = (field: string, begins: Moment, ends: Moment): FieldProblem[] =>
  begins && ends && ends < begins
    ? [{ pointer: `/${field}`, problem: "ends-before-begin", message: "ends before it begins" }]
    : [];

/** Refuses a stretch whose end, in that field, lies before its beginning. */
export const refuseBackwards = (field: string, begins: Moment, ends: Moment): void => {
  const errors = backwardsProblems(field, begins, ends);
  if (errors.length > 0) throw invalidInput({ errors });
};
