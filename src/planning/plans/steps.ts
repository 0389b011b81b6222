import { actorName, dayOf, json, type Work } from "#platform";
import { planChanged } from "../events.ts";
import { type PlanState, placesOf, planState } from "./planState.ts";
import { type PlanRecord, type StepMove, samePlace, stepsOf, writePlaces } from "./planStore.ts";
import { planView } from "./planView.ts";
import type { PlanChange, PlanPlace } from "./views.ts";

export interface OpenPlan {
  row: PlanRecord;
  state: PlanState;
}

/** How a step is kept: as a new one, or by marking one that is there. */
export type Keep = { kind: string } | { revision: number; isUndone: boolean };

/** Every visit that stands elsewhere in one plan than in another, times included. */
export const movesBetween = (
  before: ReadonlyMap<string, PlanPlace>,
  after: ReadonlyMap<string, PlanPlace>,
): StepMove[] =>
  [...new Set([...before.keys(), ...after.keys()])]
    .map((visitId) => ({ visitId, before: before.get(visitId) ?? null, after: after.get(visitId) ?? null }))
    .filter((move) => !samePlace(move.before, move.after));

const keepStep = async (work: Work, { row }: OpenPlan, moves: readonly StepMove[], keep: Keep) => {
  const { tx, now } = work;
  if ("kind" in keep) {
    await tx.deleteFrom("planSteps").where("planId", "=", row.id).where("isUndone", "=", true).execute();
    const step = {
      planId: row.id,
      revision: row.revision + 1,
      kind: keep.kind,
      madeBy: actorName(work.actor) ?? "",
      madeAt: now,
      moves: json(moves),
    };
    await tx.insertInto("planSteps").values(step).execute();
  } else
    await tx
      .updateTable("planSteps")
      .set({ isUndone: keep.isUndone })
      .where("planId", "=", row.id)
      .where("revision", "=", keep.revision)
      .execute();
  await tx
    .updateTable("plans")
    .set({ revision: row.revision + 1, updatedAt: now })
    .where("id", "=", row.id)
    .execute();
};

/**
 * Puts visits of a draft where they are to stand, drives the days anew, keeps the step so that it can be taken back, and
 * answers with what became different.
 */
export const takeStep = async (
  work: Work,
  plan: OpenPlan,
  wanted: ReadonlyMap<string, PlanPlace>,
  keep: Keep,
): Promise<PlanChange> => {
  const { row } = plan;
  const settled = settle(plan.state, wanted, work);
  const before = placesOf(plan.state);
  const moves = movesBetween(before, placesOf(settled));
  await writePlaces(work.tx, row.id, settled, moves);
  await keepStep(work, plan, moves, keep);
  work.announce(planChanged({ id: row.id, what: "kind" in keep ? keep.kind : "undo" }));
  const crews = new Set(
    moves.flatMap((move) => [move.before?.crewId, move.after?.crewId]).filter((id) => id != null),
  );
  const ids = new Set([...crews].flatMap((crewId) => stopsOf(settled, crewId)));
  for (const { visitId } of moves) ids.add(visitId);
  for (const { visitId } of [...plan.state.scored.breaches, ...settled.scored.breaches])
    if (visitId) ids.add(visitId);
  const view = planView(settled);
  return {
    revision: row.revision + 1,
    score: view.score(),
    days: view.days(crews),
    visits: view.visits(ids),
    ...(await stepsOf(work.tx, row.id)),
  };
};

const stopsOf = ({ scored }: PlanState, crewId: string) =>
  scored.days.find(({ slot }) => slot.crewId === crewId)?.stops.map(({ task }) => task.id) ?? [];

/** The plan with visits where they are wanted, and the times at which they are then driven. */
export const settle = (
  state: PlanState,
  wanted: ReadonlyMap<string, PlanPlace>,
  work: Pick<Work, "now">,
): PlanState => {
  const today = dayOf(work.now);
  const driven = planState(state.data, wanted, { today });
  return planState(state.data, placesOf(driven), { today });
};
