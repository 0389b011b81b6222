import { action } from "#platform";
import { orders as contract } from "../contract.ts";
import { moveOrder } from "../orderStore.ts";
import { mayChangeOrders } from "../policy.ts";
import { reasonNeeded } from "../problems.ts";
import { viewOrder } from "../queries/order.ts";

/** A step made by a person on the order page; cancelling wants a reason. */
export const moveByHand = action(contract.moveByHand, async (work, { orderId, move, reason, remark }) => {
  const { tx, actor, now, authorize } = work;
  authorize(mayChangeOrders(actor));
  if (move === "cancel" && !reason)
    throw reasonNeeded({ errors: [{ pointer: "/reason", problem: "required", message: "Say why" }] });
  const changes = {
    ...(move === "cancel" ? { cancelReason: reason ?? null, closedAt: now } : {}),
    ...(move === "complete" ? { completedAt: now, billingState: "to_check" } : {}),
  };
  const said = [reason, remark].filter(Boolean).join(": ") || null;
  await moveOrder(work, orderId, move, { reason: said, changes });
  return viewOrder(tx, actor, orderId);
});
