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

/** Nothing is known of the time before; a year below 1 is none. */
const firstDay = "2000-01-01";

/** Refuses days that run backwards, are too many for one go, or lie so far ahead that it is a slip of the year. */
export const refuseOddPeriod = ({ from, until }: { from: Day; until: Day }, now: Instant): void => {
  const errors = [
    ...farAheadProblems({ from, until }, now),
    ...backwardsProblems("until", from, until),
    ...(from < firstDay
      ? [{ pointer: "/from", problem: "long-ago", message: `not before ${firstDay}` }]
      : []),
  ];
  const isLong = errors.length === 0 && until > daysAfter(from, mostDays);
  const message = `at most ${mostDays} days after the first`;
  if (isLong) errors.push({ pointer: "/until", problem: "too-many-days", message });
  if (errors.length > 0) throw invalidInput({ errors });
};
