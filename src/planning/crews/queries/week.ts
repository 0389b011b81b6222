import { sql } from "kysely";
import { type Db, query } from "#platform";
import { planning as contract } from "../../contract.ts";
import { refuseOddPeriod } from "../../period.ts";
import { maySeePlanning } from "../../policy.ts";
import { visitRows } from "../../visits/queries/rows.ts";

const crewsOf = async (db: Db, from: string, until: string) => {
  const crews = await db
    .selectFrom("dayCrews as c")
    .innerJoin("vans as n", "n.id", "c.vanId")
    .select(["c.id", "c.onDay as on", "c.name", "n.name as van", "n.skills as vanSkills"])
    .select(sql<string>`to_char(c.starts_at, 'HH24:MI')`.as("startsAt"))
    .select(sql<string>`to_char(c.ends_at, 'HH24:MI')`.as("endsAt"))
    .where("c.onDay", ">=", from)
    .where("c.onDay", "<=", until)
    .orderBy("c.onDay")
    .orderBy("c.name")
    .execute();
  const members = await db
    .selectFrom("dayCrewMembers as m")
    .innerJoin("mechanics as p", "p.id", "m.mechanicId")
    .select(["m.crewId", "p.id", "p.name", "p.firstName"])
    .select(sql<string[]>`mechanic_skills_on(p.id, m.on_day)`.as("skills"))
    .select(sql<boolean>`not (m.despite or mechanic_is_there(p.id, m.on_day))`.as("isAbsent"))
    .where("m.onDay", ">=", from)
    .where("m.onDay", "<=", until)
    .orderBy("m.position")
    .execute();
  const ofCrew = Map.groupBy(members, ({ crewId }) => crewId);
  return crews.map(({ vanSkills, ...crew }) => {
    const people = ofCrew.get(crew.id) ?? [];
    const present = people.filter(({ isAbsent }) => !isAbsent);
    return {
      ...crew,
      members: people,
      skills: [...new Set([...present.flatMap(({ skills }) => skills), ...vanSkills])],
    };
  });
};

export const week = query(contract.week, async ({ db, actor, now, authorize }, { from, until }) => {
  authorize(maySeePlanning(actor));
  refuseOddPeriod({ from, until }, now);
  const [crews, rows] = await Promise.all([
    crewsOf(db, from, until),
    visitRows(db)
      .where("v.onDay", ">=", from)
      .where("v.onDay", "<=", until)
      .where("v.status", "<>", "cancelled")
      .orderBy("v.plannedStart")
      .execute(),
  ]);
  return { crews, visits: rows };
});
