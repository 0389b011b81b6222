import type { Order } from "#orders";
import { notPlannable } from "./problems.ts";

/** Whether visits of an order may get a time: not before all agreed, nor while it is paused. */
export const isBeingPlanned = ({ status }: Pick<Order, "status">): boolean =>
  status === "planning" || status === "scheduled";

/** Refuses an order whose visits may get no time now. */
export const mustBeBeingPlanned = (order: Pick<Order, "status">): void => {
  if (!isBeingPlanned(order)) throw notPlannable({ current: order.status });
};
