import { action } from "#platform";
import { planning as contract } from "../../contract.ts";
import { mayPlan } from "../../policy.ts";
import { afterCrewMove } from "../crews/crewMoves.ts";
import { placesOf } from "../planState.ts";
import { lockPlan } from "../planStore.ts";
import { takeStep } from "../steps.ts";

/** Lets a person, van or depot go with another crew in a draft; the crews in force stay as they are until it is published. */
export const changePlanCrews = action(contract.changePlanCrews, async (work, { planId, move }) => {
  work.authorize(mayPlan(work.actor));
  const plan = await lockPlan(work, planId);
  const makes = await afterCrewMove(work.tx, plan, move);
  return takeStep(work, plan, { places: placesOf(plan.state), makes }, { kind: "crews" });
});
