import { type Selectable, sql } from "kysely";
import { type Db, dayOf, type Tables } from "#platform";
import { visitRows } from "../visits/queries/rows.ts";
import type { StandIns } from "./views.ts";

type Absence = Selectable<Tables["absences"]>;

const mostStandIns = 3;

/** Planned visits on the days somebody is away, in time only those that fall within the hours of absence. */
const hitVisits = (db: Db, absence: Absence, today: string) =>
  visitRows(db)
    .innerJoin("dayCrewMembers as m", "m.crewId", "v.crewId")
    .where("m.mechanicId", "=", absence.mechanicId)
    .where("m.despite", "=", false)
    .where("v.onDay", ">=", absence.fromOn > today ? absence.fromOn : today)
    .where("v.onDay", "<=", absence.untilOn)
    .where("v.status", "=", "scheduled")
    .where(
      sql<boolean>`tstzrange(v.planned_start, v.planned_end) && tstzrange(
        (v.on_day + lower(${absence.away}::int4range) * interval '1 minute') at time zone 'Europe/Amsterdam',
        (v.on_day + upper(${absence.away}::int4range) * interval '1 minute') at time zone 'Europe/Amsterdam')`,
    )
    .orderBy("v.plannedStart")
    .execute();

/** What the rest of the crew cannot do without the one who is away. */
const missingWithout = async (db: Db, crewId: string, mechanicId: string, skills: readonly string[]) => {
  const { rows } = await sql<{ missing: string[] }>`select array(
      select unnest(${[...skills]}::text[]) except (
        select unnest(mechanic_skills_on(m.mechanic_id, m.on_day)) from day_crew_members m
        where m.crew_id = ${crewId} and m.mechanic_id <> ${mechanicId}
          and (m.despite or mechanic_is_there(m.mechanic_id, m.on_day))
        union select unnest(v.skills) from day_crews c join vans v on v.id = c.van_id where c.id = ${crewId})
      order by 1) as missing`.execute(db);
  return rows[0]!.missing;
};

/** People who are free all that day and can do what is missing, the ones with the least else to offer first. */
const freeWith = async (db: Db, on: string, missing: readonly string[], without: string) => {
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from (select m.id, m.name, mechanic_skills_on(m.id, ${on}) as skills from mechanics m
      where m.id <> ${without} and mechanic_is_there(m.id, ${on}) and m.level <> 'apprentice'
        and not isempty(mechanic_hours_on(m.id, ${on}))
        and not exists (select from day_crew_members d where d.mechanic_id = m.id and d.on_day = ${on})) free
    where skills @> ${[...missing]}::text[] order by cardinality(skills), name limit ${mostStandIns}`.execute(
    db,
  );
  return rows;
};

/** An absence with the visits it touches, and for each who could stand in. */
export const absenceWithVisits = async (db: Db, absence: Absence, now: string) => {
  const visits = await hitVisits(db, absence, dayOf(now));
  const standIns: StandIns[] = [];
  for (const { id: visitId, crewId, on, skills } of visits) {
    const missing = await missingWithout(db, crewId!, absence.mechanicId, skills);
    standIns.push({ visitId, missing, mechanics: await freeWith(db, on!, missing, absence.mechanicId) });
  }
  return { id: absence.id, approval: absence.approval, visits, standIns };
};
