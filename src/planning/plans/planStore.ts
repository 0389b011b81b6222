import { sql } from "kysely";
import { type Day, type Db, dayOf, notFound, type Tx, type Work } from "#platform";
import { inWords } from "../inWords.ts";
import { lockDays } from "../slots/crewState.ts";
import { withMakes } from "./crews/draftCrews.ts";
import { readMakes } from "./crews/makeStore.ts";
import { inForce, planData } from "./planData.ts";
import { type PlanState, placesInForce, planState } from "./planState.ts";
import { planClosed } from "./problems.ts";
import type { PlanPlace } from "./views.ts";

export interface PlanRecord {
  id: string;
  name: string;
  fromOn: Day;
  untilOn: Day;
  status: string;
  revision: number;
  madeBy: string;
  createdAt: string;
  updatedAt: string;
  /** The publication that it takes back. */
  takesBack: string | null;
}

const rowOf = async (db: Db, planId: string, lock: boolean): Promise<PlanRecord> => {
  let select = db.selectFrom("plans").selectAll().where("id", "=", planId);
  if (lock) select = select.forUpdate();
  const row = await select.executeTakeFirst();
  if (!row) throw notFound();
  return row;
};

const overrides = async (db: Db, planId: string) =>
  db.selectFrom("planPlaces").selectAll().where("planId", "=", planId).execute();

/** Where everything stands in a draft now: as in force, with what the draft puts elsewhere. */
const stateOf = async (
  db: Db,
  { id: planId, fromOn: from, untilOn: until }: PlanRecord,
  { today, loose = false }: { today: Day; loose?: boolean },
): Promise<PlanState> => {
  const [data, rows] = await Promise.all([planData(db, { from, until }), overrides(db, planId)]);
  const made = await withMakes(db, data, await readMakes(db, planId, data));
  const places = placesInForce(data);
  for (const { visitId, onDay, dayPart, startMinute, isPinned, ...row } of rows) {
    const crewId = row.crewId ?? row.newCrewId;
    if (crewId === null) places.delete(visitId);
    else
      places.set(visitId, {
        crewId,
        on: onDay!,
        part: dayPart as PlanPlace["part"],
        start: startMinute!,
        isPinned,
      });
  }
  return planState(made, places, { today, loose });
};

/** A draft as it stands now. */
export const readPlan = async (
  db: Db,
  planId: string,
  which: { today: Day; loose?: boolean },
): Promise<{ row: PlanRecord; state: PlanState }> => {
  const row = await rowOf(db, planId, false);
  return { row, state: await stateOf(db, row, which) };
};

/**
 * Holds a draft for this transaction; a plan that was published or thrown away is refused. With its days the crews of them are
 * held as well, before the draft is read: whoever books on them meanwhile is seen, or waits.
 */
export const lockPlan = async ({ tx, now }: Work, planId: string, { withDays = false } = {}) => {
  const row = await rowOf(tx, planId, true);
  if (row.status !== "draft") throw planClosed({ current: row.status });
  if (withDays) await lockDays(tx, { from: row.fromOn, until: row.untilOn });
  return { row, state: await stateOf(tx, row, { today: dayOf(now) }) };
};

export const samePlace = (a: PlanPlace | null | undefined, b: PlanPlace | null | undefined): boolean =>
  a && b
    ? a.crewId === b.crewId && a.part === b.part && a.isPinned === b.isPinned && a.start === b.start
    : !a && !b;

/** Whether a visit stands with the same crew, for the same part of the day, pinned or not: times shift when others move. */
export const samePlaceAnyTime = (a: PlanPlace | null | undefined, b: PlanPlace | null | undefined): boolean =>
  samePlace(a && { ...a, start: 0 }, b && { ...b, start: 0 });

/** Minutes within which roads and work are estimated anyway. */
export const estimated = 15;

/**
 * Whether a visit stands where it stood, but for the minutes by which the roads are counted otherwise by now. A fixed time is no estimate:
 * a planner said that very time to somebody, so each minute counts. Mail is about day and half day only, and tells nothing of it.
 */
export const nearlySamePlace = (a: PlanPlace | null, b: PlanPlace | null): boolean =>
  a && b && !a.isPinned ? samePlaceAnyTime(a, b) && Math.abs(a.start - b.start) < estimated : samePlace(a, b);

/** One visit that a step moved. */
export interface StepMove {
  visitId: string;
  before: PlanPlace | null;
  after: PlanPlace | null;
}

const crewColumns = (place: PlanPlace | null, fresh: ReadonlySet<string>) => {
  const crewId = place?.crewId ?? null;
  return crewId !== null && fresh.has(crewId)
    ? { crewId: null, newCrewId: crewId }
    : { crewId, newCrewId: null };
};

/** Keeps where visits go in a draft: only what differs from what is in force. */
export const writePlaces = async (tx: Tx, planId: string, state: PlanState, moves: readonly StepMove[]) => {
  const visits = new Map(state.data.visits.map((visit) => [visit.id, visit]));
  const fresh = new Set(state.data.crews.filter(({ isNew }) => isNew).map(({ crewId }) => crewId));
  const back: string[] = [];
  const rows = moves.flatMap(({ visitId, after }) => {
    const visit = visits.get(visitId);
    if (!visit) return [];
    if (samePlace(after, inForce(visit))) {
      back.push(visitId);
      return [];
    }
    return [
      {
        planId,
        visitId,
        ...crewColumns(after, fresh),
        onDay: after?.on ?? null,
        dayPart: after?.part ?? null,
        startMinute: after?.start ?? null,
        isPinned: after?.isPinned ?? false,
      },
    ];
  });
  if (back.length > 0)
    await tx.deleteFrom("planPlaces").where("planId", "=", planId).where("visitId", "in", back).execute();
  if (rows.length === 0) return;
  const writing = tx
    .insertInto("planPlaces")
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(["planId", "visitId"]).doUpdateSet(({ ref }) => ({
        crewId: ref("excluded.crewId"),
        newCrewId: ref("excluded.newCrewId"),
        onDay: ref("excluded.onDay"),
        dayPart: ref("excluded.dayPart"),
        startMinute: ref("excluded.startMinute"),
        isPinned: ref("excluded.isPinned"),
      })),
    );
  await inWords(writing.execute());
};

/** The steps around the present: the one that can be taken back, and the one that can be made again. */
export const stepsOf = async (db: Db, planId: string) => {
  const steps = await db
    .selectFrom("planSteps")
    .select(["revision", "kind", "madeBy", "isUndone"])
    .select(sql<number>`jsonb_array_length(moves) + jsonb_array_length(crews)`.as("count"))
    .where("planId", "=", planId)
    .orderBy("revision", "desc")
    .limit(200)
    .execute();
  const undo = steps.find(({ isUndone }) => !isUndone) ?? null;
  const undone = steps.filter(({ isUndone, revision }) => isUndone && revision > (undo?.revision ?? 0));
  return { undo, redo: undone.at(-1) ?? null };
};
