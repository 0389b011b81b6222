import { sql } from "kysely";
import { type Day, type Db, daysAfter } from "#platform";
import type { Point } from "./model.ts";
import { placeAt, placeKey } from "./placeKey.ts";

/** Planning looks this many days ahead. */
const daysAhead = 28;
/** The most urgent ones first; a router is not asked about more. */
const mostPlaces = 1500;

/** Where crews will start, end and work in the coming weeks, and where visits wait for a day; each place once. */
export const wantedPlaces = async (db: Db, today: Day): Promise<number[]> => {
  const until = daysAfter(today, daysAhead);
  const { rows } = await sql<Point>`
    with crews as (select * from crew_days_between(${today}, ${until}))
    select latitude, longitude from (
      select latitude, longitude, 0 as turn, null::date as on_day from crews
      union all select end_latitude, end_longitude, 0, null from crews
      union all select s.latitude, s.longitude, 1, v.on_day
      from visits v join orders o on o.id = v.order_id join sites s on s.id = o.site_id
      where s.latitude is not null and (v.status in ('planned', 'rescheduled')
        or (v.status = 'scheduled' and v.on_day between ${today} and ${until}))
    ) places order by turn, on_day, latitude, longitude`.execute(db);
  return [...new Set(rows.map(placeKey))].slice(0, mostPlaces);
};

const spread = (value: number): bigint => {
  let bits = 0n;
  for (let bit = 0n; bit < 24n; bit += 1n) bits |= ((BigInt(value) >> bit) & 1n) << (2n * bit);
  return bits;
};

/** Places that lie together stand together: in the order of a Z-curve (Morton, IBM Ottawa, 1966). */
export const byNearness = (keys: readonly number[]): number[] =>
  keys
    .map((key) => {
      const { latitude, longitude } = placeAt(key);
      const up = spread(Math.round((latitude + 90) * 10_000));
      return { key, turn: spread(Math.round((longitude + 180) * 10_000)) | (up << 1n) };
    })
    .toSorted((a, b) => (a.turn < b.turn ? -1 : Number(a.turn > b.turn)))
    .map(({ key }) => key);
