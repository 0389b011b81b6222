import { action, notFound, refuseFarAhead } from "#platform";
import { orders as contract } from "../contract.ts";
import { type OrderMove, pausableStatuses } from "../orderStatus.ts";
import { moveOrder, orders } from "../orderStore.ts";
import { mayChangeOrders } from "../policy.ts";
import { viewOrder } from "../queries/order.ts";

/** Pauses an order with category and reason; where it stood is kept. */
export const holdOrder = action(
  contract.holdOrder,
  async (work, { orderId, category, details, resumeOn }) => {
    const { tx, actor, now, authorize } = work;
    authorize(mayChangeOrders(actor));
    refuseFarAhead({ resumeOn }, now);
    const { status } = await orders.lock(tx, orderId);
    await moveOrder(work, orderId, "hold", { reason: `${category}: ${details}` });
    await tx
      .insertInto("holds")
      .values({
        orderId,
        category,
        details,
        statusBefore: status,
        resumeOn: resumeOn ?? null,
        openedAt: now,
        openedBy: actor.kind === "person" ? actor.name : null,
      })
      .execute();
    return viewOrder(tx, actor, orderId);
  },
);

/** Takes a paused order up again in the status it had. */
export const resumeOrder = action(contract.resumeOrder, async (work, { orderId, resolution }) => {
  const { tx, actor, now, authorize } = work;
  authorize(mayChangeOrders(actor));
  const hold = await tx
    .updateTable("holds")
    .set({ resolvedAt: now, resolution: resolution ?? null })
    .where("orderId", "=", orderId)
    .where("resolvedAt", "is", null)
    .returning("statusBefore")
    .executeTakeFirst();
  const before = pausableStatuses.find((status) => status === hold?.statusBefore);
  if (!before) throw notFound();
  await moveOrder(work, orderId, `resume:${before}` satisfies OrderMove, { reason: resolution ?? null });
  return viewOrder(tx, actor, orderId);
});
