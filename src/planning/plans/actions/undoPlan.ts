import { action, type Work } from "#platform";
import { planning as contract } from "../../contract.ts";
import { mayPlan } from "../../policy.ts";
import { type CrewStepMove, makesOf, sameMake } from "../crews/make.ts";
import { movedBy } from "../movedBy.ts";
import { type PlanState, placesOf } from "../planState.ts";
import { lockPlan, type StepMove, samePlaceAnyTime, stepsOf } from "../planStore.ts";
import { nothingToUndo, planCrewsMoved, planMoved } from "../problems.ts";
import { type OpenPlan, takeStep } from "../steps.ts";

type Way = "undo" | "redo";

const placesAfter = async (work: Work, { row, state }: OpenPlan, moves: readonly StepMove[], way: Way) => {
  const places = placesOf(state);
  const elsewhere: string[] = [];
  for (const { visitId, before, after } of moves) {
    const [from, to] = way === "undo" ? [after, before] : [before, after];
    if (!samePlaceAnyTime(places.get(visitId), from)) elsewhere.push(visitId);
    if (to) places.set(visitId, to);
    else places.delete(visitId);
  }
  if (elsewhere.length > 0) throw planMoved({ visits: await movedBy(work.tx, { row, state }, elsewhere) });
  return places;
};

const makesAfter = ({ data }: PlanState, moves: readonly CrewStepMove[], way: Way) => {
  const makes = makesOf(data.crews);
  const otherwise: string[] = [];
  for (const { crewId, before, after } of moves) {
    const [from, to] = way === "undo" ? [after, before] : [before, after];
    const now = makes.get(crewId);
    const isAsLeft = now && from ? sameMake(now, from) : !now && !from;
    if (!isAsLeft) otherwise.push(data.crews.find((crew) => crew.crewId === crewId)?.name ?? "");
    if (to) makes.set(crewId, to);
    else makes.delete(crewId);
  }
  if (otherwise.length > 0) throw planCrewsMoved({ crews: otherwise });
  return makes;
};

/** Takes the moves of a step back, or makes them again; a visit that was moved since is not touched: it is refused. */
const go = async (work: Work, planId: string, way: Way) => {
  const plan = await lockPlan(work, planId);
  const steps = await stepsOf(work.tx, planId);
  const step = steps[way];
  if (!step) throw nothingToUndo();
  const { moves, crews } = await work.tx
    .selectFrom("planSteps")
    .select(["moves", "crews"])
    .where("planId", "=", planId)
    .where("revision", "=", step.revision)
    .executeTakeFirstOrThrow();
  const places = await placesAfter(work, plan, moves as unknown as StepMove[], way);
  const makes = makesAfter(plan.state, crews as unknown as CrewStepMove[], way);
  return takeStep(work, plan, { places, makes }, { revision: step.revision, isUndone: way === "undo" });
};

export const undoPlan = action(contract.undoPlan, async (work, { planId }) => {
  work.authorize(mayPlan(work.actor));
  return go(work, planId, "undo");
});

export const redoPlan = action(contract.redoPlan, async (work, { planId }) => {
  work.authorize(mayPlan(work.actor));
  return go(work, planId, "redo");
});
