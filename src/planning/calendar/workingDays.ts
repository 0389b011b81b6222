import { type Day, type Db, daysAfter, weekdayOf } from "#platform";
import { feastDaysOf } from "./feastDays.ts";

/** The country whose feast days the crews keep. */
export const homeCountry = "NL";

export const weekdayRule = (weekday: number): string => `weekday ${weekday}`;

/** What the company chose to do differently, by rule. */
export const choices = async (db: Db): Promise<ReadonlyMap<string, boolean>> => {
  const rows = await db
    .selectFrom("workingDayChoices")
    .select(["rule", "works"])
    .where("country", "=", homeCountry)
    .execute();
  return new Map(rows.map(({ rule, works }) => [rule, works]));
};

export const worksOnWeekday = (weekday: number, chosen: ReadonlyMap<string, boolean>): boolean =>
  chosen.get(weekdayRule(weekday)) ?? weekday < 6;

export interface CalendarDay {
  on: Day;
  works: boolean;
  /** A feast day that is not worked, or the company is closed; not merely a weekend. */
  isClosed: boolean;
  /** The feast day or the reason the company is closed. */
  name: string | null;
}

/** Every day of a period with whether the company works on it. */
export const calendarDays = async (db: Db, from: Day, until: Day): Promise<CalendarDay[]> => {
  const years = [...new Set([Number(from.slice(0, 4)), Number(until.slice(0, 4))])];
  const [chosen, closed, ...feasts] = await Promise.all([
    choices(db),
    db
      .selectFrom("calendarPeriods")
      .select(["name", "fromOn", "untilOn"])
      .where("kind", "=", "company_closed")
      .where("untilOn", ">=", from)
      .where("fromOn", "<=", until)
      .execute(),
    ...years.map((year) => feastDaysOf(homeCountry, year)),
  ]);
  const feastOn = new Map(feasts.flat().map((feast) => [feast.on, feast]));
  const days: CalendarDay[] = [];
  for (let on = from; on <= until; on = daysAfter(on, 1)) {
    const feast = feastOn.get(on);
    const shut = closed.find(({ fromOn, untilOn }) => on >= fromOn && on <= untilOn);
    const isFree = feast !== undefined && !(chosen.get(feast.rule) ?? !feast.isOfficial);
    const isClosed = shut !== undefined || isFree;
    const works = !isClosed && worksOnWeekday(weekdayOf(on), chosen);
    days.push({ on, works, isClosed, name: shut?.name ?? feast?.name ?? null });
  }
  return days;
};
