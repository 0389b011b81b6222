import { sql } from "kysely";
import type { Day, Db, Instant } from "#platform";
import { minuteOf, pointOf } from "../slots/crewState.ts";
import type { Travel } from "../travel/model.ts";
import { travelBetween } from "../travel/roads.ts";
import type { PlanPlace } from "./views.ts";

export interface CrewMember {
  id: string;
  name: string;
  firstName: string;
  isAbsent: boolean;
  /** What the person may do on this day, certificates valid on it included. */
  skills: string[];
}

/** A crew's day as the database knows it. */
export interface CrewFacts {
  crewId: string;
  onDay: Day;
  starts: number;
  ends: number;
  latitude: number;
  longitude: number;
  endLatitude: number;
  endLongitude: number;
  skills: string[];
  maxJobs: number | null;
  name: string;
  van: string;
  vanId: string;
  members: CrewMember[];
  vanSkills: string[];
  away: { from: number; until: number }[];
}

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
  crews: CrewFacts[];
  visits: VisitFacts[];
  travel: Travel;
}

/** The most visits without a place that a plan looks at: the most urgent ones, longest waiting first. */
const mostWaiting = 2000;

const crewRows = async (db: Db, from: Day, until: Day): Promise<CrewFacts[]> => {
  const [crews, breaks] = await Promise.all([
    sql<Omit<CrewFacts, "away">>`
      select d.*, c.name, c.van_id, v.name as van, v.skills as van_skills,
        (select coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'name', m.name, 'firstName', m.first_name,
            'isAbsent', not (cm.despite or mechanic_is_there(m.id, c.on_day)),
            'skills', mechanic_skills_on(m.id, c.on_day)) order by cm.position), '[]')
          from day_crew_members cm join mechanics m on m.id = cm.mechanic_id where cm.crew_id = c.id) as members
      from crew_days_between(${from}, ${until}) d
        join day_crews c on c.id = d.crew_id join vans v on v.id = c.van_id
      order by c.on_day, length(c.name), c.name`.execute(db),
    sql<{ crewId: string; fromMinute: number; untilMinute: number }>`
      select crew_id, from_minute, until_minute from crew_breaks_between(${from}, ${until})`.execute(db),
  ]);
  const ofCrew = Map.groupBy(breaks.rows, ({ crewId }) => crewId);
  return crews.rows.map((crew) => ({
    ...crew,
    away: (ofCrew.get(crew.crewId) ?? []).map((each) => ({ from: each.fromMinute, until: each.untilMinute })),
  }));
};

const columns = sql`v.id, v.number, v.order_id, o.number as order_number, o.business_entity, o.customer_name, o.place,
  s.postal_code, s.latitude, s.longitude, v.kind, v.status, v.minutes, v.skills,
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
  const [crews, visits] = await Promise.all([crewRows(db, from, until), visitRows(db, from, until)]);
  const travel = await travelBetween(db, [
    ...crews.flatMap((crew) => [
      pointOf(crew),
      pointOf({ latitude: crew.endLatitude, longitude: crew.endLongitude }),
    ]),
    ...visits.map(pointOf),
  ]);
  return { crews, visits, travel };
};

/** Where a visit stands for everybody, until a plan is published. */
export const inForce = (visit: VisitFacts): PlanPlace | null =>
  visit.crewId && visit.onDay && visit.dayPart && visit.plannedStart
    ? {
        crewId: visit.crewId,
        on: visit.onDay,
        part: visit.dayPart,
        start: minuteOf(visit.plannedStart),
        isPinned: visit.isPinned,
      }
    : null;
