import { action } from "#platform";
import { planning as contract } from "../../contract.ts";
import { mayPlan } from "../../policy.ts";
import { isLocked, type PlanState, placesOf } from "../planState.ts";
import { lockPlan } from "../planStore.ts";
import { notInPlan, visitLocked } from "../problems.ts";
import { takeStep } from "../steps.ts";

/** Of some visits those that may still move; refused when there are none. */
const movableOf = ({ data }: PlanState, visitIds: readonly string[]): string[] => {
  const visits = new Map(data.visits.map((visit) => [visit.id, visit]));
  const strange = visitIds.filter((id) => !visits.has(id));
  if (strange.length > 0) throw notInPlan({ ids: strange });
  const chosen = visitIds.map((id) => visits.get(id)!);
  const free = chosen.filter((visit) => !isLocked(visit));
  if (free.length === 0) throw visitLocked({ numbers: chosen.map(({ number }) => number) });
  return free.map(({ id }) => id);
};

/** Pins visits where they stand, so that neither the optimiser nor a neighbour's move shifts them; or lets them go. */
export const pinVisits = action(contract.pinVisits, async (work, { planId, visitIds, isPinned }) => {
  work.authorize(mayPlan(work.actor));
  const plan = await lockPlan(work, planId);
  const places = placesOf(plan.state);
  for (const id of movableOf(plan.state, visitIds)) {
    const place = places.get(id);
    if (place) places.set(id, { ...place, isPinned });
  }
  return takeStep(work, plan, { places }, { kind: isPinned ? "pin" : "unpin" });
});
