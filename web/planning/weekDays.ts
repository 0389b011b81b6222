const dayLength = 86_400_000;

const noonOf = (day: string) => Date.parse(`${day}T12:00:00Z`);
const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10);

export const plusDays = (day: string, days: number): string => dayOf(noonOf(day) + days * dayLength);

/** The Monday of the week a day is in. */
export const mondayOf = (day: string): string => {
  const weekday = new Date(noonOf(day)).getUTCDay();
  return plusDays(day, weekday === 0 ? -6 : 1 - weekday);
};

/** The Monday of a day that stands in the address; of today when what stands there is no day. */
export const mondayIn = (given: string | undefined, today: string): string =>
  mondayOf(isDay(given) ? given : today);

/** Whether a text is a day of the calendar, such as 2026-11-30. */
export const isDay = (text: string | undefined): text is string =>
  /^\d{4}-\d\d-\d\d$/.test(text ?? "") && !Number.isNaN(Date.parse(`${text}T12:00:00Z`));

/** Monday to Saturday of a week. */
export const workDays = (monday: string): string[] =>
  Array.from({ length: 6 }, (_, index) => plusDays(monday, index));

/** The number of a week (ISO 8601: the week with the year's first Thursday is the first). */
export const weekNumber = (day: string): number => {
  const thursday = plusDays(mondayOf(day), 3);
  const first = noonOf(`${thursday.slice(0, 4)}-01-04`);
  return 1 + Math.round((noonOf(mondayOf(thursday)) - noonOf(mondayOf(dayOf(first)))) / (7 * dayLength));
};
