import { action } from "#platform";
import { planning as contract } from "../../contract.ts";
import { mayPlan } from "../../policy.ts";
import { movedBy } from "../movedBy.ts";
import { afterMoves, checkMoves, mustGoIntoADay, standElsewhere } from "../moves.ts";
import { lockPlan } from "../planStore.ts";
import { planMoved } from "../problems.ts";
import { takeStep } from "../steps.ts";

/** Moves visits in a draft; the plan in force stays as it is until the draft is published. */
export const changePlan = action(contract.changePlan, async (work, { planId, moves }) => {
  work.authorize(mayPlan(work.actor));
  const plan = await lockPlan(work, planId);
  checkMoves(plan.state, moves);
  const elsewhere = standElsewhere(plan.state, moves);
  if (elsewhere.length > 0) throw planMoved({ visits: await movedBy(work.tx, plan, elsewhere) });
  mustGoIntoADay(plan.state, moves);
  return takeStep(work, plan, { places: afterMoves(plan.state, moves) }, { kind: "move" });
});
