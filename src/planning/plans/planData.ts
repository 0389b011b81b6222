import { sql } from "kysely";
import type { Day, Db, Instant } from "#platform";
import type { Weights } from "../optimizer/model.ts";
import { weightsIn } from "../settings/weights.ts";
import { endsOf, minuteOf, pointOf } from "../slots/crewState.ts";
import type { DayPart } from "../slots/dayPart.ts";
import { lunchIn } from "../slots/slotSettings.ts";
import type { Travel } from "../travel/model.ts";
import { travelBetween } from "../travel/roads.ts";
import type { Lunch } from "../travel/workClock.ts";
import { type CrewFacts, crewRows } from "./planCrews.ts";
import type { PlanPlace } from "./views.ts";

/** A visit that stands on these days or waits for a place. */
export interface VisitFacts {
  id: string;
  number: string;
  orderId: string;
  orderNumber: string;
  businessEntity: string;
  customerName: string;
  place: string | null;
  postalCode: string | null;
  latitude: number | null;
  longitude: number | null;
  kind: string;
  status: string;
  minutes: number;
  skills: string[];
  chargers: number;
  priority: number;
  mustDo: boolean;
  mayWaitUntil: Day | null;
  notBefore: Day | null;
  wishedPart: PlanPlace["part"] | null;
  preferredCrewName: string | null;
  preferredMechanicId: string | null;
  linkedToId: string | null;
  linkKind: "after" | "together" | null;
  isPinned: boolean;
  confirmedAt: Instant | null;
  crewId: string | null;
  onDay: Day | null;
  dayPart: PlanPlace["part"] | null;
  plannedStart: Instant | null;
  windows: { on: Day; from: number; until: number }[];
}

export interface PlanData {
  /** Crews as the plan has them: as in force, unless a draft makes them otherwise. */
  crews: CrewFacts[];
  crewsInForce: CrewFacts[];
  visits: VisitFacts[];
  travel: Travel;
  lunch: Lunch;
  weights: Weights;
}

/** The most visits without a place that a plan looks at: the most urgent ones, longest waiting first. */
const mostWaiting = 2000;

const columns = sql`v.id, v.number, v.order_id, o.number as order_number, o.business_entity, o.customer_name, o.place,
  s.postal_code, s.latitude, s.longitude, v.kind, v.status, v.minutes, v.skills, v.chargers,
  visit_priority(v.priority, o.priority) as priority, v.must_do, v.may_wait_until, v.not_before, v.wished_part,
  v.preferred_crew_name, v.preferred_mechanic_id, v.linked_to_id, v.link_kind, v.is_pinned, v.confirmed_at,
  v.crew_id, v.on_day, v.day_part, v.planned_start,
  (select coalesce(jsonb_agg(jsonb_build_object('on', w.on_day, 'from', w.from_minute, 'until', w.until_minute)
    order by w.on_day, w.from_minute), '[]') from visit_windows w where w.visit_id = v.id) as windows`;

const visitRows = async (db: Db, from: Day, until: Day): Promise<VisitFacts[]> => {
  const [standing, waiting] = await Promise.all([
    sql<VisitFacts>`select ${columns} from visits v join orders o on o.id = v.order_id
      left join sites s on s.id = o.site_id
      where v.on_day between ${from} and ${until}
        and v.status in ('scheduled', 'travelling', 'arrived', 'in_progress', 'completed', 'partial')
      order by v.id`.execute(db),
    sql<VisitFacts>`select ${columns} from visits v join orders o on o.id = v.order_id
      left join sites s on s.id = o.site_id
      where v.status in ('planned', 'rescheduled') and o.status in ('planning', 'scheduled')
        and (v.not_before is null or v.not_before <= ${until})
      order by visit_priority(v.priority, o.priority) desc, v.created_at, v.id limit ${mostWaiting}`.execute(
      db,
    ),
  ]);
  return [...standing.rows, ...waiting.rows];
};

/** Everything a plan for some days is made from, as it stands now. */
export const planData = async (db: Db, { from, until }: { from: Day; until: Day }): Promise<PlanData> => {
  const [crews, visits, lunch, weights] = await Promise.all([
    crewRows(db, from, until),
    visitRows(db, from, until),
    lunchIn(db),
    weightsIn(db),
  ]);
  const travel = await travelBetween(db, [...crews.flatMap(endsOf), ...visits.map(pointOf)]);
  return { crews, crewsInForce: crews, visits, travel, lunch, weights };
};

const standing = new WeakMap<VisitFacts, PlanPlace | null>();

/** Where a visit stands for everybody, until a plan is published; worked out once, a change to a plan asks it many times. */
export const inForce = (visit: VisitFacts): PlanPlace | null => {
  const known = standing.get(visit);
  if (known !== undefined) return known;
  const place = placeInForce(visit);
  standing.set(visit, place);
  return place;
};

/** The same of a visit that is no part of a plan's data. */
export const placeInForce = (
  visit: Pick<VisitFacts, "crewId" | "onDay" | "plannedStart" | "isPinned"> & { dayPart: string | null },
): PlanPlace | null =>
  visit.crewId && visit.onDay && visit.dayPart && visit.plannedStart
    ? {
        crewId: visit.crewId,
        on: visit.onDay,
        part: visit.dayPart as DayPart,
        start: minuteOf(visit.plannedStart),
        isPinned: visit.isPinned,
      }
    : null;
