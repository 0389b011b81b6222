import { type Day, daysAfter, weekdayOf } from "#platform";

/** The Monday of the week of a day. */
export const mondayOf = (on: Day): Day => daysAfter(on, 1 - weekdayOf(on));

/** The Mondays of so many weeks. */
export const mondaysFrom = (monday: Day, weeks: number): Day[] =>
  Array.from({ length: weeks }, (_, index) => daysAfter(monday, 7 * index));

/** How many weeks the second day lies after the first, by their Mondays. */
export const weeksBetween = (from: Day, until: Day): number =>
  Math.round((Date.parse(mondayOf(until)) - Date.parse(mondayOf(from))) / (7 * 86_400_000));
