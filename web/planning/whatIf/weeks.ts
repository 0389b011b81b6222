import { isDay, mondayOf, plusDays } from "../weekDays.ts";

const weeksAhead = 12;

/** The Monday of the week that the address names, when it is not over. */
const weekGiven = (today: string, given: string | undefined) => {
  const week = isDay(given) ? mondayOf(given) : "";
  return week >= mondayOf(today) ? week : undefined;
};

/** The weeks one may ask about, by their Mondays: the nearest, and the one that the address names. */
export const weeksOf = (today: string, given: string | undefined): string[] => {
  const nearest = Array.from({ length: weeksAhead }, (_, index) => plusDays(mondayOf(today), 7 * index));
  const week = weekGiven(today, given);
  return week && !nearest.includes(week) ? [...nearest, week] : nearest;
};

/** The week that is asked about: the one that the address names, or next week. */
export const weekOf = (today: string, given: string | undefined): string =>
  weekGiven(today, given) ?? plusDays(mondayOf(today), 7);
