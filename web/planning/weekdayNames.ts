import { useLanguage } from "../words/language.ts";

/** The days on which crews drive, Monday is 1. */
export const workdays: readonly number[] = [1, 2, 3, 4, 5];
export const halfDays = ["morning", "afternoon"] as const;

/** A Monday; only the names of its week's days are used. */
const someMonday = Date.UTC(2026, 2, 2);

/** Names a day of the week, long or short, in the language of the screen. */
export const useWeekdayName = (weekday: "long" | "short" = "long") => {
  const format = new Intl.DateTimeFormat(useLanguage(), { weekday, timeZone: "UTC" });
  return (day: number) => format.format(someMonday + (day - 1) * 86_400_000);
};
