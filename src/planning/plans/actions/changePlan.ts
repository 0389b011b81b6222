import { action } from "#platform";
import { planning as contract } from "../../contract.ts";
import { mayPlan } from "../../policy.ts";
import { afterMoves } from "../moves.ts";
import { lockPlan } from "../planStore.ts";
import { takeStep } from "../steps.ts";

/** Moves visits in a draft; the plan in force stays as it is until the draft is published. */
export const changePlan = action(contract.changePlan, async (work, { planId, moves }) => {
  work.authorize(mayPlan(work.actor));
  const plan = await lockPlan(work, planId);
  return takeStep(work, plan, afterMoves(plan.state, moves), { kind: "move" });
});
