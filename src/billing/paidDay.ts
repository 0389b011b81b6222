import { type Day, dayOf, daysAfter, type Instant, invalidInput } from "#platform";

/** Money that came in did so today or before; a slip of the year is refused. */
export const refuseOtherDay = (paidOn: Day, now: Instant): void => {
  const today = dayOf(now);
  const refuse = (problem: string, message: string) =>
    invalidInput({ errors: [{ pointer: "/paidOn", problem, message }] });
  if (paidOn > today) throw refuse("future-day", "This day is still to come");
  if (paidOn < daysAfter(today, -2 * 366)) throw refuse("long-ago", "More than two years ago");
};
