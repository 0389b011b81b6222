import { sql } from "kysely";
import { type Day, type Db, daysAfter } from "#platform";
import { type Forecast, forecast } from "./forecast.ts";
import { type RegionName, regionNames, regionOf } from "./regions.ts";
import { mondaysFrom, weeksBetween } from "./weeks.ts";

/** Weeks that are looked back. */
export const mostWeeks = 156;

interface Row {
  monday: Day;
  area: string | null;
  skills: string[];
  visits: number;
  minutes: number;
}

/** Work that came in of one region: what an ordinary week brings, and which skills it asks in which shares. */
export interface Arrivals {
  region: RegionName;
  forecast: Forecast;
  minutesPerVisit: number;
  shares: { skills: string[]; share: number }[];
}

const sum = (rows: readonly Row[]) => rows.reduce((all, { minutes }) => all + minutes, 0);

const arrivalsOf = (region: RegionName, rows: readonly Row[], weeks: readonly Day[]): Arrivals => {
  const perWeek = Map.groupBy(rows, ({ monday }) => monday);
  const values = weeks.map((week) => sum(perWeek.get(week) ?? []));
  const all = sum(rows);
  const asked = Map.groupBy(rows, ({ skills }) => skills.join(","));
  return {
    region,
    forecast: forecast(
      values,
      weeks.map((week) => Number(week.slice(5, 7)) - 1),
    ),
    minutesPerVisit:
      all /
      Math.max(
        1,
        rows.reduce((count, { visits }) => count + visits, 0),
      ),
    shares: [...asked.values()].map((same) => ({ skills: same[0]!.skills, share: sum(same) / all })),
  };
};

/** Work that became plannable in the whole weeks before this one, by region; visits that were called off do not count. */
export const seenArrivals = async (
  db: Db,
  thisWeek: Day,
): Promise<{ weeks: number; regions: Arrivals[] }> => {
  const { rows } = await sql<Row>`
    select date_trunc('week', v.created_at at time zone 'Europe/Amsterdam')::date as monday,
      left(s.postal_code, 2) as area, v.skills, count(*)::int as visits, sum(v.minutes)::int as minutes
    from visits v join orders o on o.id = v.order_id left join sites s on s.id = o.site_id
    where v.status <> 'cancelled' and v.created_at >= ${daysAfter(thisWeek, -7 * mostWeeks)}::date
      and v.created_at < ${thisWeek}::date
    group by 1, 2, 3`.execute(db);
  const first = rows.reduce((least, { monday }) => (monday < least ? monday : least), thisWeek);
  const count = weeksBetween(first, thisWeek);
  const weeks = mondaysFrom(first, count);
  const ofRegion = Map.groupBy(rows, ({ area }) => regionOf(area));
  const regions = regionNames.flatMap((region) => {
    const own = ofRegion.get(region) ?? [];
    return own.length > 0 ? [arrivalsOf(region, own, weeks)] : [];
  });
  return { weeks: count, regions };
};
