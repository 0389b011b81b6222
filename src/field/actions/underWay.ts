import { moveOrder, orders } from "#orders";
import { visitProgress } from "#planning";
import { action } from "#platform";
import { field as contract } from "../contract.ts";
import { moveWorkOrder } from "../workOrderStore.ts";
import { jobOf, viewOf } from "./job.ts";

/** The crew leaves for the visit. */
export const depart = action(contract.depart, async (work, { workOrderId }) => {
  const { workOrder, visit } = await jobOf(work, workOrderId);
  await visitProgress.depart(work, visit.id);
  return viewOf(work, workOrder);
});

/** The crew is there: the clock of the visit starts, and the order is being worked on. */
export const arrive = action(contract.arrive, async (work, given) => {
  const { workOrder, visit, mechanicId, at } = await jobOf(work, given.workOrderId, given.at);
  await moveWorkOrder(work, workOrder, "arrive", { changes: { arrivedAt: at, mechanicId } });
  await visitProgress.arrive(work, visit.id, at);
  const order = await orders.lock(work.tx, workOrder.orderId);
  if (order.status === "scheduled") await moveOrder(work, order.id, "startWork");
  return viewOf(work, workOrder);
});
