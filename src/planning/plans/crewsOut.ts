import { sql } from "kysely";
import type { Db } from "#platform";
import { isLocked, type PlanState } from "./planState.ts";
import type { CrewOut } from "./views.ts";

/** Crews with visits in force that do not go out in a plan, each with why: what stood with them stands nowhere in it. */
export const crewsOut = async (db: Db, { data }: PlanState): Promise<CrewOut[]> => {
  const going = new Set(data.crews.map(({ crewId }) => crewId));
  const ids = data.visits.flatMap((visit) =>
    visit.crewId && !going.has(visit.crewId) && !isLocked(visit) ? [visit.crewId] : [],
  );
  if (ids.length === 0) return [];
  return db
    .selectFrom("dayCrews as c")
    .select(["c.id", "c.name", "c.onDay as on"])
    .select(
      sql<CrewOut["why"]>`case when van_is_there(c.van_id, c.on_day) then 'nobody' else 'van' end`.as("why"),
    )
    .where("c.id", "in", [...new Set(ids)])
    .orderBy("c.onDay")
    .orderBy(sql`c.name collate "nl-x-icu"`)
    .execute();
};
