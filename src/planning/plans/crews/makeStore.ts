import type { Db, Tx } from "#platform";
import type { PlanData } from "../planData.ts";
import { type CrewStepMove, type Makes, makesOf, sameMake } from "./make.ts";

/** How crews are made in a draft: as in force, with what the draft has otherwise. */
export const readMakes = async (db: Db, planId: string, { crewsInForce }: PlanData): Promise<Makes> => {
  const makes = makesOf(crewsInForce);
  const rows = await db.selectFrom("planCrews").selectAll().where("planId", "=", planId).execute();
  for (const { crewId, memberIds, vanId, depotName, depotLatitude, depotLongitude } of rows) {
    const make = makes.get(crewId);
    if (!make) continue;
    makes.set(crewId, {
      memberIds: memberIds ?? make.memberIds,
      vanId: vanId ?? make.vanId,
      depot:
        depotName === null
          ? make.depot
          : { name: depotName, latitude: depotLatitude!, longitude: depotLongitude! },
    });
  }
  return makes;
};

/** Keeps how crews are made in a draft: only what differs from what is in force. */
export const writeMakes = async (
  tx: Tx,
  planId: string,
  { crewsInForce }: PlanData,
  moves: readonly CrewStepMove[],
): Promise<void> => {
  if (moves.length === 0) return;
  const inForce = makesOf(crewsInForce);
  const ids = moves.map(({ crewId }) => crewId);
  await tx.deleteFrom("planCrews").where("planId", "=", planId).where("crewId", "in", ids).execute();
  const rows = moves.flatMap(({ crewId, after }) => {
    const was = inForce.get(crewId);
    if (!was || sameMake(was, after)) return [];
    const { name, latitude, longitude } = after.depot;
    return [
      {
        planId,
        crewId,
        memberIds: was.memberIds.join() === after.memberIds.join() ? null : after.memberIds,
        vanId: was.vanId === after.vanId ? null : after.vanId,
        ...(was.depot.name === name
          ? {}
          : { depotName: name, depotLatitude: latitude, depotLongitude: longitude }),
      },
    ];
  });
  for (const row of rows) await tx.insertInto("planCrews").values(row).execute();
};
