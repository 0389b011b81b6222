import { sql } from "kysely";
import { type Day, type Db, dayOf, daysAfter, type Instant } from "#platform";
import { visitKindOf, workToDo } from "../visits/workToDo.ts";
import { ageOf, type Chance, type QuotedStatus, quotedStatuses } from "./chances.ts";
import type { RegionName } from "./regions.ts";
import { regionOf } from "./regions.ts";

/** An order that may become work. */
export interface Quoted {
  orderId: string;
  number: string;
  customerName: string;
  place: string | null;
  businessEntity: string;
  postalCode: string | null;
  latitude: number | null;
  longitude: number | null;
  /** Of the visit it would become. */
  kind: string;
  status: QuotedStatus;
  since: Instant;
  region: RegionName;
  minutes: number;
  skills: string[];
  chargers: number;
  chance: number;
  /** When it can be planned, as far as others tell. */
  plannableOn: Day;
}

interface Row {
  orderId: string;
  number: string;
  customerName: string;
  place: string | null;
  businessEntity: string;
  postalCode: string | null;
  latitude: number | null;
  longitude: number | null;
  kind: string;
  status: QuotedStatus;
  statusSince: Instant;
  lines: {
    id: string;
    parentLineId: string | null;
    quantity: number;
    minutes: number | null;
    skills: string[] | null;
    articleKind: string | null;
  }[];
}

const usualDays = 14;

/** Orders with a quote, with the minutes of their lines and the chance that they become work. */
export const quotedWork = async (db: Db, chances: readonly Chance[], now: Instant): Promise<Quoted[]> => {
  const { rows } = await sql<Row>`
    select o.id as order_id, o.number, o.customer_name, o.place, o.business_entity, o.kind, o.status, o.status_since,
      s.postal_code, s.latitude, s.longitude,
      (select coalesce(jsonb_agg(jsonb_build_object('id', l.id, 'parentLineId', l.parent_line_id,
          'quantity', l.quantity::float8, 'minutes', a.minutes, 'skills', a.skills, 'articleKind', a.kind)), '[]')
        from order_lines l left join articles a on a.id = l.article_id
        where l.order_id = o.id and l.status <> 'cancelled') as lines
    from orders o join business_entities e on e.code = o.business_entity left join sites s on s.id = o.site_id
    where o.status = any(${[...quotedStatuses]}) and e.does_field_work
    order by o.status_since desc limit 5000`.execute(db);
  const today = dayOf(now);
  return rows.flatMap(({ lines, statusSince, ...order }) => {
    const work = workToDo(lines);
    const kind = visitKindOf(order.kind);
    if (!work && kind === "installation") return [];
    const stands = Math.floor((Date.parse(now) - Date.parse(statusSince)) / 86_400_000);
    const known = chances.find(({ status, age }) => status === order.status && age === ageOf(stands))!;
    const days = Math.max(0, Math.round((known.days ?? usualDays) - stands));
    return [
      {
        ...order,
        kind,
        since: statusSince,
        region: regionOf(order.postalCode),
        minutes: work?.minutes ?? 60,
        skills: work?.skills ?? [],
        chargers: work?.chargers ?? 0,
        chance: known.chance,
        plannableOn: daysAfter(today, days),
      },
    ];
  });
};
