import { action, type Work } from "#platform";
import { planning as contract } from "../../contract.ts";
import { mayPlan } from "../../policy.ts";
import { placesOf } from "../planState.ts";
import { lockPlan, type StepMove, samePlace, stepsOf } from "../planStore.ts";
import { nothingToUndo, planMoved } from "../problems.ts";
import { takeStep } from "../steps.ts";
import type { PlanPlace } from "../views.ts";

const withoutTime = (place: PlanPlace | null) => place && { ...place, start: 0 };

/** Takes the moves of a step back, or makes them again; a visit that was moved since is not touched: it is refused. */
const go = async (work: Work, planId: string, way: "undo" | "redo") => {
  const plan = await lockPlan(work, planId);
  const steps = await stepsOf(work.tx, planId);
  const step = steps[way];
  if (!step) throw nothingToUndo();
  const { moves } = await work.tx
    .selectFrom("planSteps")
    .select("moves")
    .where("planId", "=", planId)
    .where("revision", "=", step.revision)
    .executeTakeFirstOrThrow();
  const places = placesOf(plan.state);
  const elsewhere: string[] = [];
  for (const { visitId, before, after } of moves as unknown as StepMove[]) {
    const [from, to] = way === "undo" ? [after, before] : [before, after];
    if (!samePlace(withoutTime(places.get(visitId) ?? null), withoutTime(from))) elsewhere.push(visitId);
    if (to) places.set(visitId, to);
    else places.delete(visitId);
  }
  if (elsewhere.length > 0) {
    const numbers = new Map(plan.state.data.visits.map(({ id, number }) => [id, number]));
    throw planMoved({ visits: elsewhere.map((id) => ({ id, number: numbers.get(id) ?? "", madeBy: null })) });
  }
  return takeStep(work, plan, places, { revision: step.revision, isUndone: way === "undo" });
};

export const undoPlan = action(contract.undoPlan, async (work, { planId }) => {
  work.authorize(mayPlan(work.actor));
  return go(work, planId, "undo");
});

export const redoPlan = action(contract.redoPlan, async (work, { planId }) => {
  work.authorize(mayPlan(work.actor));
  return go(work, planId, "redo");
});
