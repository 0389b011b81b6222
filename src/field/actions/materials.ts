import { visitProgress } from "#planning";
import { action, json, type Work } from "#platform";
import { field as contract } from "../contract.ts";
import { moveWorkOrder, type WorkOrder } from "../workOrderStore.ts";
import { jobOf, viewOf } from "./job.ts";

const begin = async (work: Work, workOrder: WorkOrder) => {
  await moveWorkOrder(work, workOrder, "startWork", { changes: { workStartedAt: work.now } });
  await visitProgress.start(work, workOrder.visitId);
};

/** Everything is there and work begins; or something is missing and waits for a way out. */
export const checkMaterials = action(
  contract.checkMaterials,
  async (work, { workOrderId, checked, missing }) => {
    const { workOrder } = await jobOf(work, workOrderId);
    const checking = await moveWorkOrder(work, workOrder, "checkMaterials", {
      changes: { materials: json({ checked, missing }) },
    });
    if (missing) await moveWorkOrder(work, checking, "missMaterials");
    else await begin(work, await moveWorkOrder(work, checking, "verifyMaterials"));
    return viewOf(work, workOrder);
  },
);

/** What was missing was fetched or replaced. */
export const addMaterials = action(contract.addMaterials, async (work, { workOrderId, how }) => {
  const { workOrder } = await jobOf(work, workOrderId);
  const materials = { ...(workOrder.materials as object), solved: how };
  await begin(
    work,
    await moveWorkOrder(work, workOrder, "addMaterials", { changes: { materials: json(materials) } }),
  );
  return viewOf(work, workOrder);
});
