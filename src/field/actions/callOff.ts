import { moveOrder, openException, orders } from "#orders";
import { visitProgress } from "#planning";
import { action, type Instant, type Work } from "#platform";
import { field as contract } from "../contract.ts";
import { workCalledOff } from "../events.ts";
import { moveWorkOrder, type WorkOrder } from "../workOrderStore.ts";
import { jobOf, viewOf } from "./job.ts";

/** Ends a job that cannot go on: the order waits for another visit, and somebody in the office hears why. */
export const endJob = async (
  work: Work,
  workOrder: WorkOrder,
  { reason, at, kind }: { reason: string; at: Instant; kind: "work_called_off" | "lmra_failed" },
): Promise<void> => {
  const { id, orderId, visitId, number } = workOrder;
  const move = workOrder.status === "work_in_progress" ? "stopHalfway" : "cancel";
  await moveWorkOrder(work, workOrder, move, { reason, changes: { cancelReason: reason, workEndedAt: at } });
  await visitProgress.callOff(work, visitId, at, reason);
  const order = await orders.lock(work.tx, orderId);
  if (order.status === "scheduled") await moveOrder(work, orderId, "startWork");
  if (order.status === "scheduled" || order.status === "in_progress")
    await moveOrder(work, orderId, "planFollowUp", { reason, changes: { plannedOn: null } });
  await openException(work, { orderId, kind, key: id, facts: { reason, answer: reason, workOrder: number } });
  work.announce(workCalledOff({ id, orderId, visitId, number, reason }));
};

/** Nobody home, no power, no permission: the job is called off with the reason. */
export const callOff = action(contract.callOff, async (work, given) => {
  const { workOrder, at } = await jobOf(work, given.workOrderId, given.at);
  await endJob(work, workOrder, { reason: given.reason, at, kind: "work_called_off" });
  return viewOf(work, workOrder);
});
