import { query } from "#platform";
import { planning as contract } from "../../contract.ts";
import { maySeePlanning } from "../../policy.ts";
import { feastDaysOf } from "../feastDays.ts";
import { schoolHolidaysIn } from "../schoolHolidays.ts";
import { choices, homeCountry, worksOnWeekday } from "../workingDays.ts";

export const calendar = query(contract.calendar, async ({ db, actor, authorize }, { year }) => {
  authorize(maySeePlanning(actor));
  const [chosen, feasts, periods] = await Promise.all([
    choices(db),
    feastDaysOf(homeCountry, year),
    db
      .selectFrom("calendarPeriods")
      .selectAll()
      .where("untilOn", ">=", `${year}-01-01`)
      .where("fromOn", "<=", `${year}-12-31`)
      .orderBy("fromOn")
      .orderBy("region")
      .execute(),
  ]);
  return {
    feastDays: feasts.map(({ on, name, rule, isOfficial }) => ({
      on,
      name,
      rule,
      works: chosen.get(rule) ?? !isOfficial,
    })),
    weekdays: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, works: worksOnWeekday(weekday, chosen) })),
    periods: [...periods, ...schoolHolidaysIn(year)].toSorted((a, b) => (a.fromOn < b.fromOn ? -1 : 1)),
  };
});
