import { action } from "#platform";
import { planning as contract } from "../../contract.ts";
import { mayPlan } from "../../policy.ts";
import { placesOf } from "../planState.ts";
import { lockPlan } from "../planStore.ts";
import { takeStep } from "../steps.ts";

/** Pins visits where they stand, so that neither the optimiser nor a neighbour's move shifts them; or lets them go. */
export const pinVisits = action(contract.pinVisits, async (work, { planId, visitIds, isPinned }) => {
  work.authorize(mayPlan(work.actor));
  const plan = await lockPlan(work, planId);
  const places = placesOf(plan.state);
  for (const id of visitIds) {
    const place = places.get(id);
    if (place) places.set(id, { ...place, isPinned });
  }
  return takeStep(work, plan, { places }, { kind: isPinned ? "pin" : "unpin" });
});
