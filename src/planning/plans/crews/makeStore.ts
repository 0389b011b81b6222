import { sql } from "kysely";
import type { Db, Tx } from "#platform";
import { inWords } from "../../inWords.ts";
import type { PlanData } from "../planData.ts";
import { type CrewStepMove, type Makes, makesOf, sameMake } from "./make.ts";
import type { CrewMake } from "./views.ts";

const minutesOf = (column: string) => sql<number>`(extract(epoch from ${sql.ref(column)}) / 60)::integer`;

/** Crews that only the draft has; one that was published by way of another draft is in force, and counts as it is there. */
const newMakes = async (db: Db, planId: string, inForce: Makes): Promise<Makes> => {
  const rows = await db
    .selectFrom("planNewCrews")
    .selectAll()
    .select([minutesOf("startsAt").as("from"), minutesOf("endsAt").as("until")])
    .where("planId", "=", planId)
    .orderBy("crewId")
    .execute();
  return new Map(
    rows
      .filter(({ crewId }) => !inForce.has(crewId))
      .map(({ crewId, memberIds, vanId, depotName, depotLatitude, depotLongitude, ...row }) => [
        crewId,
        {
          memberIds,
          vanId,
          depot: { name: depotName, latitude: depotLatitude, longitude: depotLongitude },
          isNew: { on: row.onDay, name: row.name, from: row.from, until: row.until },
        },
      ]),
  );
};

/** Minutes of the day as the database writes a time. */
export const timeOfMinutes = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;

/** How crews are made in a draft: as in force, with what the draft has otherwise. */
export const readMakes = async (db: Db, planId: string, { crewsInForce }: PlanData): Promise<Makes> => {
  const makes = makesOf(crewsInForce);
  const [rows, fresh] = await Promise.all([
    db.selectFrom("planCrews").selectAll().where("planId", "=", planId).execute(),
    newMakes(db, planId, makes),
  ]);
  for (const [crewId, make] of fresh) makes.set(crewId, make);
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

const writeNew = async (
  tx: Tx,
  planId: string,
  crewId: string,
  { memberIds, vanId, depot, isNew }: CrewMake,
) => {
  const { on, name, from, until } = isNew!;
  const facts = {
    onDay: on,
    name,
    vanId,
    memberIds,
    depotName: depot.name,
    depotLatitude: depot.latitude,
    depotLongitude: depot.longitude,
    startsAt: timeOfMinutes(from),
    endsAt: timeOfMinutes(until),
  };
  await tx
    .insertInto("planNewCrews")
    .values({ planId, crewId, ...facts })
    .onConflict((conflict) => conflict.columns(["planId", "crewId"]).doUpdateSet(facts))
    .execute();
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
  for (const { crewId, after } of moves)
    if (after?.isNew && !inForce.has(crewId)) await writeNew(tx, planId, crewId, after);
  const gone = moves.filter(({ after }) => after === null).map(({ crewId }) => crewId);
  if (gone.length > 0)
    await tx.deleteFrom("planNewCrews").where("planId", "=", planId).where("crewId", "in", gone).execute();
  const rows = moves.flatMap(({ crewId, after }) => {
    const was = inForce.get(crewId);
    if (!was || !after || sameMake(was, after)) return [];
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
  for (const row of rows) await inWords(tx.insertInto("planCrews").values(row).execute());
};
