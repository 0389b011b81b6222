import { sql } from "kysely";
import type { Db } from "#platform";
import type { MechanicLevel } from "../people/views.ts";
import { minuteOf } from "../slots/crewState.ts";
import { breachesOf, type CrewState, type Member } from "./crewRules.ts";
import { crewsWith } from "./crewStore.ts";
import type { CrewCard, CrewFacts } from "./views.ts";

interface MemberRow extends Omit<Member, "hours"> {
  crewId: string;
  level: MechanicLevel;
  fromMinute: number | null;
  untilMinute: number | null;
  skills: string[];
}

const membersOf = async (db: Db, ids: readonly string[]) => {
  const { rows } = await sql<MemberRow>`
    select m.crew_id, p.name, p.level, m.despite, mechanic_is_there(p.id, m.on_day) as is_there,
      lower(mechanic_hours_on(p.id, m.on_day)) as from_minute, upper(mechanic_hours_on(p.id, m.on_day)) as until_minute,
      mechanic_skills_on(p.id, m.on_day) as skills
    from day_crew_members m join mechanics p on p.id = m.mechanic_id
    where m.crew_id = any(${[...ids]}::uuid[]) order by m.position`.execute(db);
  return Map.groupBy(rows, ({ crewId }) => crewId);
};

const vansOf = async (db: Db, ids: readonly string[]) => {
  const { rows } = await sql<{ crewId: string; name: string; skills: string[]; isThere: boolean }>`
    select c.id as crew_id, v.name, v.skills, van_is_there(v.id, c.on_day) as is_there
    from day_crews c join vans v on v.id = c.van_id where c.id = any(${[...ids]}::uuid[])`.execute(db);
  return new Map(rows.map((row) => [row.crewId, row]));
};

const visitsOf = async (db: Db, ids: readonly string[]) => {
  const rows = await db
    .selectFrom("visits")
    .select(["number", "crewId", "skills", "plannedStart", "plannedEnd"])
    .where("crewId", "in", ids)
    .where("status", "in", ["scheduled", "travelling", "arrived", "in_progress"])
    .orderBy("plannedStart")
    .execute();
  return Map.groupBy(rows, ({ crewId }) => crewId!);
};

const minutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

const memberOf = ({ fromMinute, untilMinute, ...member }: MemberRow): Member => ({
  ...member,
  hours: fromMinute === null || untilMinute === null ? null : { from: fromMinute, until: untilMinute },
});

/** Crews with their van, how much stands on them, and what is not right. */
export const cardsOf = async (db: Db, crews: readonly CrewFacts[]): Promise<CrewCard[]> => {
  if (crews.length === 0) return [];
  const ids = crews.map(({ id }) => id);
  const [members, vans, visits] = await Promise.all([membersOf(db, ids), vansOf(db, ids), visitsOf(db, ids)]);
  return crews.map((crew) => {
    const van = vans.get(crew.id)!;
    const people = members.get(crew.id) ?? [];
    const there = people.filter(({ isThere, despite }) => isThere || despite);
    const planned = visits.get(crew.id) ?? [];
    const state: CrewState = {
      name: crew.name,
      starts: minutes(crew.startsAt),
      ends: minutes(crew.endsAt),
      maxJobs: crew.maxJobs,
      van: van.name,
      vanIsThere: van.isThere,
      skills: [...there.flatMap(({ skills }) => skills), ...van.skills],
      members: people.map(memberOf),
      visits: planned.map(({ number, skills, plannedStart, plannedEnd }) => ({
        number,
        skills,
        start: minuteOf(plannedStart!),
        end: minuteOf(plannedEnd!),
      })),
    };
    return { ...crew, van: van.name, visits: planned.length, breaches: breachesOf(state) };
  });
};

export const cardsById = async (db: Db, ids: readonly string[]): Promise<CrewCard[]> =>
  cardsOf(db, await crewsWith(db, { ids }));
