import { sql } from "kysely";
import { type Day, type Db, daysAfter } from "#platform";
import { mostWeeks } from "../capacity/arrivals.ts";
import type { VisitFacts } from "../plans/planData.ts";

/** What a visit that came in says of others like it. */
export type PastVisit = Pick<
  VisitFacts,
  | "id"
  | "businessEntity"
  | "postalCode"
  | "latitude"
  | "longitude"
  | "kind"
  | "minutes"
  | "skills"
  | "chargers"
  | "place"
>;

/** So many of one area and the same skills show how long such visits take and where they are. */
const mostAlike = 40;

/** The newest visits that came in, of every area and everything they ask: what the forecast of capacity is made from as well. */
export const pastVisits = async (db: Db, thisWeek: Day): Promise<PastVisit[]> => {
  const { rows } = await sql<PastVisit>`
    select id, business_entity, postal_code, latitude, longitude, kind, minutes, skills, chargers, place from (
      select v.id, o.business_entity, s.postal_code, s.latitude, s.longitude, v.kind, v.minutes, v.skills, v.chargers, o.place,
        row_number() over (partition by left(s.postal_code, 2), v.skills order by v.created_at desc, v.id) as place_in_line
      from visits v join orders o on o.id = v.order_id left join sites s on s.id = o.site_id
      where v.status <> 'cancelled' and v.created_at >= ${daysAfter(thisWeek, -7 * mostWeeks)}::date
        and v.created_at < ${thisWeek}::date
    ) newest where place_in_line <= ${mostAlike} order by id`.execute(db);
  return rows;
};
