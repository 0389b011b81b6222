import { type Day, type Db, daysAfter, query, refuseFarAhead, weekdayOf } from "#platform";
import { schoolHolidaysIn } from "../../calendar/schoolHolidays.ts";
import { planning as contract } from "../../contract.ts";
import { maySeePlans } from "../../policy.ts";
import { bottlenecksOf, cellsByRegion, cellsBySkill } from "../cells.ts";
import { type Picture, pictureOf } from "../picture.ts";

/** Holidays that close nothing but keep customers and people away, by week. */
const holidaysOf = async (db: Db, weeks: readonly Day[]) => {
  const until = daysAfter(weeks.at(-1)!, 6);
  const own = await db
    .selectFrom("calendarPeriods")
    .select(["name", "fromOn", "untilOn"])
    .where("kind", "<>", "company_closed")
    .where("untilOn", ">=", weeks[0]!)
    .where("fromOn", "<=", until)
    .execute();
  const years = [...new Set([weeks[0]!, until].map((on) => Number(on.slice(0, 4))))];
  const all = [...own, ...years.flatMap(schoolHolidaysIn)];
  return (monday: Day) => [
    ...new Set(
      all
        .filter(({ fromOn, untilOn }) => fromOn <= daysAfter(monday, 4) && untilOn >= monday)
        .map(({ name }) => name),
    ),
  ];
};

const weekOf = ({ crews, days }: Picture, monday: Day) => {
  const own = crews.filter(({ week }) => week === monday);
  const closed = days.filter(
    ({ on, works, name }) =>
      on >= monday && on <= daysAfter(monday, 6) && weekdayOf(on) < 6 && !works && name !== null,
  );
  return {
    monday,
    crewDays: own.filter(({ source }) => source === "crew").length,
    expectedCrewDays: own.filter(({ source }) => source !== "crew").length,
    closed: closed.map(({ on, name }) => ({ on, name: name ?? "" })),
  };
};

const methodOf = ({ weeksKnown, arrivals, by, lag }: Picture) => ({
  weeksKnown,
  regions: arrivals.map(({ region, forecast: { method, level, season } }) => ({
    region,
    method,
    minutesPerWeek: Math.round(level),
    hasSeason: season.some((month) => month !== 1),
  })),
  travelPerVisit: Math.round(by.travelPerVisit),
  lag: [...lag],
});

/** Load against demand by week, region and skill. */
export const capacity = query(
  contract.capacity,
  async ({ db, actor, now, authorize }, { from, weeks, skill }) => {
    authorize(maySeePlans(actor));
    refuseFarAhead({ from }, now);
    const picture = await pictureOf(db, { from, weeks, now });
    const holidays = await holidaysOf(db, picture.weeks);
    return {
      weeks: picture.weeks.map((monday) => ({ ...weekOf(picture, monday), holidays: holidays(monday) })),
      cells: cellsByRegion(picture, skill ?? null),
      skills: cellsBySkill(picture),
      bottlenecks: bottlenecksOf(picture, skill ?? null),
      chances: picture.chances.map(({ days: _days, ...chance }) => chance),
      method: methodOf(picture),
    };
  },
);
