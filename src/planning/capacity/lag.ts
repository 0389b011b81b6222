import { sql } from "kysely";
import { type Db, type Instant, later } from "#platform";
import type { Lag } from "./demand.ts";

const weeks = 9;
/** Believed while little was seen: most work is done in the second and third week. */
const believed: Lag = [0.12, 0.3, 0.26, 0.16, 0.08, 0.04, 0.02, 0.01, 0.01];
const holding = 20;

/** The shares of weeks, from how many visits took so many of them, held towards what is believed. */
export const lagOf = (seen: readonly { weeks: number; visits: number }[]): Lag => {
  const of = (week: number) => seen.find((row) => row.weeks === week)?.visits ?? 0;
  const all = believed.reduce((sum, _share, week) => sum + of(week), 0);
  return believed.map((share, week) => (of(week) + holding * share) / (all + holding));
};

/** How many weeks after it could be planned a visit is done, from the visits of the last year. */
export const seenLag = async (db: Db, now: Instant): Promise<Lag> => {
  const { rows } = await sql<{ weeks: number; visits: number }>`
    select least(${weeks - 1}, greatest(0, (date_trunc('week', on_day::timestamp)::date
        - date_trunc('week', created_at at time zone 'Europe/Amsterdam')::date) / 7))::int as weeks,
      count(*)::int as visits
    from visits where on_day is not null and status in ('scheduled', 'travelling', 'arrived', 'in_progress', 'completed', 'partial')
      and created_at > ${later(now, "-P1Y")}
    group by 1`.execute(db);
  return lagOf(rows);
};

/** The lag of a visit that waits since so many weeks: what is over is left out, the rest makes one again. */
export const lagAfter = (lag: Lag, waited: number): Lag => {
  const rest = lag.slice(Math.min(waited, lag.length - 2));
  const all = rest.reduce((sum, share) => sum + share, 0);
  return all > 0 ? rest.map((share) => share / all) : [1];
};
