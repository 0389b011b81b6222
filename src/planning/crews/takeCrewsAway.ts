import type { Tx, Work } from "#platform";
import { crewChanged } from "../events.ts";
import type { CrewFacts } from "./views.ts";

/** Those of some crews on which visits stand that were not called off. */
export const crewsWithVisits = (
  tx: Tx,
  crewIds: readonly string[],
): Promise<{ id: string; name: string }[]> =>
  tx
    .selectFrom("visits as v")
    .innerJoin("dayCrews as c", "c.id", "v.crewId")
    .select(["c.id", "c.name"])
    .distinct()
    .where("v.crewId", "in", crewIds)
    .where("v.status", "<>", "cancelled")
    .execute();

/** Takes crews away on which nothing stands; visits that were called off let go of them. */
export const takeCrewsAway = async (
  work: Work,
  crews: readonly Pick<CrewFacts, "id" | "on" | "name">[],
  reason: string,
): Promise<void> => {
  const ids = crews.map(({ id }) => id);
  if (ids.length === 0) return;
  await work.tx.updateTable("visits").set({ crewId: null }).where("crewId", "in", ids).execute();
  await work.tx.deleteFrom("dayCrews").where("id", "in", ids).execute();
  for (const { id, on, name } of crews) {
    work.note({ recordType: "crew", recordId: id, reason });
    work.announce(crewChanged({ id, on, name, what: "removed" }));
  }
};
