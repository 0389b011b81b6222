import { sql } from "kysely";
import type { Day, Db } from "#platform";
import type { MechanicLevel } from "../people/views.ts";

/** Minutes of a day. */
interface Span {
  from: number;
  until: number;
}

export interface CrewMember {
  id: string;
  name: string;
  firstName: string;
  level: MechanicLevel;
  isAbsent: boolean;
  /** On the crew although away, because a planner said so. */
  despite: boolean;
  /** What the person may do on this day, certificates valid on it included. */
  skills: string[];
  /** Pieces of the day on which the person is away. */
  away: Span[];
}

/** A crew's day as the database knows it. */
export interface CrewFacts {
  crewId: string;
  onDay: Day;
  /** When the crew is there: its own hours, without those in which somebody comes later or leaves earlier. */
  starts: number;
  ends: number;
  ownStarts: number;
  ownEnds: number;
  latitude: number;
  longitude: number;
  depotName: string;
  endLatitude: number;
  endLongitude: number;
  /** Ends elsewhere than it starts. */
  hasOwnEnd: boolean;
  skills: string[];
  maxJobs: number | null;
  /** Chargers that fit in the van. */
  capacity: number | null;
  name: string;
  van: string;
  vanId: string;
  members: CrewMember[];
  vanSkills: string[];
  away: Span[];
  /** Only a draft has it. */
  isNew?: boolean;
}

/** A person on a day as a crew's member, in SQL; `m` is the mechanic. */
const memberJson = (day: ReturnType<typeof sql.ref>, despite: ReturnType<typeof sql>) =>
  sql`jsonb_build_object('id', m.id, 'name', m.name, 'firstName', m.first_name, 'level', m.level,
    'isAbsent', not (${despite} or mechanic_is_there(m.id, ${day})), 'despite', ${despite},
    'skills', mechanic_skills_on(m.id, ${day}),
    'away', (select coalesce(jsonb_agg(jsonb_build_object('from', lower(a.away), 'until', upper(a.away)) order by a.away), '[]')
      from absences a where a.mechanic_id = m.id and a.approval = 'approved' and ${day} between a.from_on and a.until_on))`;

/** The crews of some days that are there, with their people. */
export const crewRows = async (db: Db, from: Day, until: Day): Promise<CrewFacts[]> => {
  const [crews, breaks] = await Promise.all([
    sql<Omit<CrewFacts, "away">>`
      select d.*, c.name, c.van_id, v.name as van, v.skills as van_skills, c.depot_name,
        c.end_name is not null as has_own_end,
        (extract(epoch from c.starts_at) / 60)::integer as own_starts, (extract(epoch from c.ends_at) / 60)::integer as own_ends,
        (select coalesce(jsonb_agg(${memberJson(sql.ref("c.on_day"), sql`cm.despite`)} order by cm.position), '[]')
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

/** People on a day, whether they are on a crew or not. */
export const peopleOn = async (
  db: Db,
  wanted: readonly { id: string; on: Day }[],
): Promise<(CrewMember & { on: Day })[]> => {
  if (wanted.length === 0) return [];
  const { rows } = await sql<{ on: Day; member: CrewMember }>`
    select w.on_day as "on", ${memberJson(sql.ref("w.on_day"), sql`false`)} as member
    from jsonb_to_recordset(${JSON.stringify(wanted.map(({ id, on }) => ({ id, on_day: on })))}::jsonb)
        as w(id uuid, on_day date) join mechanics m on m.id = w.id`.execute(db);
  return rows.map(({ on, member }) => ({ ...member, on }));
};
