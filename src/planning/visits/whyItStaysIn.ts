import { sql } from "kysely";
import type { Db, Problem } from "#platform";
import { crewStaysIn } from "./problems.ts";

/** What keeps a crew from going out on its day: its van first, since with that settled one sees whether people are there. */
export const whyItStaysIn = async (db: Db, crewId: string): Promise<Problem> => {
  const { name, van, isThere, active } = await db
    .selectFrom("dayCrews as c")
    .innerJoin("vans as v", "v.id", "c.vanId")
    .select(["c.name", "v.name as van", "v.active"])
    .select(sql<boolean>`van_is_there(v.id, c.on_day)`.as("isThere"))
    .where("c.id", "=", crewId)
    .executeTakeFirstOrThrow();
  if (isThere) return crewStaysIn({ crew: name, van, why: "nobody" });
  return crewStaysIn({ crew: name, van, why: active ? "van_in_repair" : "van_retired" });
};
