import {
  backwardsProblems,
  type Day,
  daysAfter,
  farAheadProblems,
  type Instant,
  invalidInput,
} from "#platform";

/** The most days after the first that are looked at, planned or filled in one go. */
export const mostDays = 42;

/** Refuses days that run backwards, are too many for one go, or lie so far ahead that it is a slip of the year. */
export const refuseOddPeriod = ({ from, until }: { from: Day; until: Day }, now: Instant): void => {
  const errors = [...farAheadProblems({ from, until }, now), ...backwardsProblems("until", from, until)];
  const isLong = errors.length === 0 && until > daysAfter(from, mostDays);
  const message = `at most ${mostDays} days after the first`;
  if (isLong) errors.push({ pointer: "/until", problem: "too-many-days", message });
  if (errors.length > 0) throw invalidInput({ errors });
};
