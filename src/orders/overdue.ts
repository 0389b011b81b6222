import { actorName, recurring, type Work } from "#platform";
import { openException } from "./exceptionStore.ts";

const batch = 500;
const kind = "status_overdue";

/** What of an order waits for somebody and is late, other than its clock. */
const lateBesides = ({ tx, now }: Work) =>
  tx
    .selectFrom("exceptions as late")
    .select("late.orderId")
    .where("late.orderId", "is not", null)
    .where("late.kind", "<>", kind)
    .where("late.dueAt", "<=", now)
    .where("late.resolvedAt", "is", null);

/** A clock on the list falls silent once something else of the order is late too; it speaks again when that is dealt with. */
const silenceClocks = (work: Work) =>
  work.tx
    .updateTable("exceptions")
    .set({ resolvedAt: work.now, resolvedBy: actorName(work.actor), resolution: "something else is late" })
    .where("kind", "=", kind)
    .where("resolvedAt", "is", null)
    .where("orderId", "in", lateBesides(work))
    .execute();

/**
 * Every quarter of an hour: orders whose clock ran out go to the list, once for each status. One of which something else is late stands
 * there under that, which says more.
 */
export const flagOverdueOrders = recurring("orders/flag-overdue", "*/15 * * * *", async (work) => {
  await silenceClocks(work);
  const overdue = await work.tx
    .selectFrom("orders as o")
    .select(["o.id", "o.status", "o.statusDue"])
    .where("o.statusDue", "<", work.now)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("exceptions as e")
            .select("e.id")
            .whereRef("e.orderId", "=", "o.id")
            .where("e.resolvedAt", "is", null)
            .where((where) => where.or([where("e.kind", "=", kind), where("e.dueAt", "<=", work.now)])),
        ),
      ),
    )
    .limit(batch)
    .execute();
  for (const { id, status, statusDue } of overdue)
    await openException(work, { orderId: id, kind, facts: { status, statusDue }, within: "PT0S" });
});
