import type { Day, Db } from "#platform";
import { crewHasBreaches, vanOnOtherCrew } from "../../crews/problems.ts";
import { vanInRepair } from "../../means/problems.ts";
import { peopleOn } from "../planCrews.ts";
import { notInPlan } from "../problems.ts";

/** People who are to go with a crew exist, and are not away that day. */
export const mustBeThere = async (
  db: Db,
  mechanicIds: readonly string[],
  { on, crewName }: { on: Day; crewName: string },
): Promise<void> => {
  const people = await peopleOn(
    db,
    mechanicIds.map((id) => ({ id, on })),
  );
  const strange = mechanicIds.filter((id) => !people.some((person) => person.id === id));
  if (strange.length > 0) throw notInPlan({ ids: strange });
  const away = people.filter(({ isAbsent }) => isAbsent);
  if (away.length > 0)
    throw crewHasBreaches({
      breaches: away.map(({ name: detail }) => ({ kind: "person_away", crewName, detail })),
    });
};

/** A van of no crew of this plan may still be in repair, or with a crew that is not there. */
export const mustBeFree = async (db: Db, on: Day, vanId: string): Promise<void> => {
  const van = await db
    .selectFrom("vans as v")
    .select(({ fn, val, exists, selectFrom }) => [
      fn<boolean>("van_is_there", ["v.id", val(on)]).as("isThere"),
      exists(
        selectFrom("dayCrews as c").select("c.id").whereRef("c.vanId", "=", "v.id").where("c.onDay", "=", on),
      ).as("isTaken"),
    ])
    .where("v.id", "=", vanId)
    .executeTakeFirst();
  if (!van) throw notInPlan({ ids: [vanId] });
  if (!van.isThere) throw vanInRepair();
  if (van.isTaken) throw vanOnOtherCrew();
};
