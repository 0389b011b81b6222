import { sql } from "kysely";
import { type Day, type Db, dayOf, type Instant } from "#platform";
import { type RegionName, regionOf } from "./regions.ts";

/** A visit that is agreed on and has no time yet. */
export interface Waiting {
  visitId: string;
  number: string;
  orderId: string;
  customerName: string;
  place: string | null;
  minutes: number;
  skills: string[];
  region: RegionName;
  since: Day;
  notBefore: Day | null;
}

type Row = Omit<Waiting, "region" | "since"> & { postalCode: string | null; createdAt: Instant };

/** Visits without a time, of orders that are being planned. */
export const waitingWork = async (db: Db): Promise<Waiting[]> => {
  const { rows } = await sql<Row>`
    select v.id as visit_id, v.number, v.order_id, o.customer_name, o.place, v.minutes, v.skills, s.postal_code,
      v.created_at, v.not_before
    from visits v join orders o on o.id = v.order_id left join sites s on s.id = o.site_id
    where v.status in ('planned', 'rescheduled') and o.status in ('planning', 'scheduled')
    order by v.created_at limit 5000`.execute(db);
  return rows.map(({ postalCode, createdAt, ...row }) => ({
    ...row,
    region: regionOf(postalCode),
    since: dayOf(createdAt),
  }));
};
