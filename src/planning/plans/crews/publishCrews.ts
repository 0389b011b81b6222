import { sql } from "kysely";
import type { Work } from "#platform";
import { crewColumns } from "../../crews/crewStore.ts";
import { crewChanged } from "../../events.ts";
import { inWords } from "../../inWords.ts";
import type { PlanData } from "../planData.ts";
import { type CrewStepMove, makesBetween, makesOf } from "./make.ts";
import { timeOfMinutes } from "./makeStore.ts";
import type { CrewMake } from "./views.ts";

/** What a draft makes otherwise than it is in force. */
export const crewChanges = ({ crews, crewsInForce }: PlanData): CrewStepMove[] =>
  makesBetween(makesOf(crewsInForce), makesOf(crews));

type Changed = CrewStepMove & { after: CrewMake };

const positions = [1, 2, 3];

/** Who stays although away keeps the very row, so that nobody is asked about them; the others stand anew in order. */
const writeMembers = async ({ tx }: Work, crewId: string, on: string, { memberIds }: CrewMake) => {
  const { rows: kept } = await sql<{ mechanicId: string; position: number }>`
    select mechanic_id, position from day_crew_members
    where crew_id = ${crewId} and not mechanic_is_there(mechanic_id, ${on})`.execute(tx);
  const isKept = new Set(kept.map(({ mechanicId }) => mechanicId));
  const free = positions.filter((each) => !kept.some(({ position }) => position === each));
  const members = memberIds
    .filter((id) => !isKept.has(id))
    .map((mechanicId, index) => ({ crewId, onDay: on, mechanicId, position: free[index]! }));
  await tx
    .deleteFrom("dayCrewMembers")
    .where("crewId", "=", crewId)
    .$if(isKept.size > 0, (rows) => rows.where("mechanicId", "not in", [...isKept]))
    .execute();
  if (members.length > 0) await inWords(tx.insertInto("dayCrewMembers").values(members).execute());
};

/** A crew of the draft becomes a crew, without people yet; one that was there with nobody on it is there again. */
const insertNew = async ({ tx, now }: Work, id: string, { vanId, depot, isNew }: CrewMake) => {
  const { on, name, from, until } = isNew!;
  const columns = crewColumns({
    name,
    vanId,
    startsAt: timeOfMinutes(from),
    endsAt: timeOfMinutes(until),
    start: depot,
  });
  await inWords(
    tx
      .insertInto("dayCrews")
      .values({ id, onDay: on, createdAt: now, ...columns } as never)
      .onConflict((conflict) => conflict.column("id").doUpdateSet(columns))
      .execute(),
  );
};

const writeMeans = async ({ tx }: Work, moves: readonly Changed[]) => {
  for (const { crewId, after, before } of moves)
    if (before && (before.vanId !== after.vanId || before.depot.name !== after.depot.name))
      await inWords(
        tx
          .updateTable("dayCrews")
          .set({
            vanId: after.vanId,
            depotName: after.depot.name,
            depotLatitude: after.depot.latitude,
            depotLongitude: after.depot.longitude,
          })
          .where("id", "=", crewId)
          .execute(),
      );
  // What two crews would have at once is refused here, in words, not at the end of everything.
  await inWords(sql`set constraints all immediate`.execute(tx));
};

/** Crews that the draft makes anew and that are there, with nobody on them. */
const crewsThere = async ({ tx }: Work, moves: readonly Changed[]) => {
  const ids = moves.flatMap(({ crewId, before }) => (before ? [] : [crewId]));
  if (ids.length === 0) return new Set<string>();
  const rows = await tx.selectFrom("dayCrews").select("id").where("id", "in", ids).execute();
  return new Set(rows.map(({ id }) => id));
};

/** Only a crew that was not there is brought by a publication. */
const asKept = (move: Changed, there: ReadonlySet<string>): CrewStepMove => {
  if (!there.has(move.crewId)) return move;
  const { isNew: _, ...after } = move.after;
  return { ...move, after };
};

/**
 * Makes crews as the draft has them, and answers with what is kept of that. Who or what would be on two crews at once is refused by the
 * database, with the whole publication.
 */
export const publishCrews = async (
  work: Work,
  data: PlanData,
  steps: readonly CrewStepMove[],
): Promise<CrewStepMove[]> => {
  const moves = steps.filter((step): step is Changed => step.after !== null);
  if (moves.length === 0) return [];
  const there = await crewsThere(work, moves);
  const crews = new Map(data.crews.map((crew) => [crew.crewId, crew]));
  // Everybody leaves before anybody comes: two people change places.
  for (const { crewId, after } of moves)
    await work.tx
      .deleteFrom("dayCrewMembers")
      .where("crewId", "=", crewId)
      .$if(after.memberIds.length > 0, (rows) => rows.where("mechanicId", "not in", after.memberIds))
      .execute();
  await sql`set constraints all deferred`.execute(work.tx);
  for (const { crewId, before, after } of moves) if (!before) await insertNew(work, crewId, after);
  for (const { crewId, after } of moves) await writeMembers(work, crewId, crews.get(crewId)!.onDay, after);
  await writeMeans(work, moves);
  for (const { crewId, before } of moves) {
    const { onDay: on, name } = crews.get(crewId)!;
    work.note({ recordType: "crew", recordId: crewId, reason: "plan published" });
    work.announce(crewChanged({ id: crewId, on, name, what: before ? "changed" : "made" }));
  }
  return moves.map((move) => asKept(move, there));
};
