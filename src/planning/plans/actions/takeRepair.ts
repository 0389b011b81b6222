import { action } from "#platform";
import { planning as contract } from "../../contract.ts";
import { planChanged } from "../../events.ts";
import { mayPlan } from "../../policy.ts";
import { lockPlan } from "../planStore.ts";
import { planRow } from "../queries/plans.ts";

/** A way to mend that was offered becomes a plan like any other; those offered beside it are thrown away. */
export const takeRepair = action(contract.takeRepair, async (work, { planId, others }) => {
  const { tx, now } = work;
  work.authorize(mayPlan(work.actor));
  await lockPlan(work, planId);
  await tx
    .updateTable("plans")
    .set({ isOffered: false, updatedAt: now })
    .where("id", "=", planId)
    .where("isOffered", "=", true)
    .execute();
  work.announce(planChanged({ id: planId, what: "made" }));
  if (others.length > 0)
    await tx
      .updateTable("plans")
      .set({ status: "discarded", isOffered: false, updatedAt: now })
      .where("id", "in", others)
      .where("id", "!=", planId)
      .where("isOffered", "=", true)
      .where("status", "=", "draft")
      .execute();
  return planRow(tx, planId);
});
