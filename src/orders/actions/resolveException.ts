import { action, actorName, notFound } from "#platform";
import { orders as contract } from "../contract.ts";
import { exceptionResolved } from "../events.ts";
import { mayChangeOrders } from "../policy.ts";

/** Takes an exception off the list, with what was done about it. */
export const resolveException = action(
  contract.resolveException,
  async (work, { exceptionId, resolution }) => {
    const { tx, actor, now, authorize, announce, note } = work;
    authorize(mayChangeOrders(actor));
    const resolved = await tx
      .updateTable("exceptions")
      .set({ resolvedAt: now, resolvedBy: actorName(actor), resolution })
      .where("id", "=", exceptionId)
      .where("resolvedAt", "is", null)
      .returning(["id", "orderId", "kind"])
      .executeTakeFirst();
    if (!resolved) throw notFound();
    note({ recordType: "exception", recordId: exceptionId, orderId: resolved.orderId, reason: resolution });
    announce(exceptionResolved({ ...resolved, resolution }));
    return { id: resolved.id, resolvedAt: now };
  },
);
