import { recurring } from "#platform";
import { openException } from "./exceptionStore.ts";

const batch = 500;

/**
 * Every quarter of an hour: orders whose clock ran out go to the list, once for each status. One of which something else is late already
 * stands there, and says more.
 */
export const flagOverdueOrders = recurring("orders/flag-overdue", "*/15 * * * *", async (work) => {
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
            .where((where) =>
              where.or([where("e.kind", "=", "status_overdue"), where("e.dueAt", "<=", work.now)]),
            ),
        ),
      ),
    )
    .limit(batch)
    .execute();
  for (const { id, status, statusDue } of overdue)
    await openException(work, {
      orderId: id,
      kind: "status_overdue",
      facts: { status, statusDue },
      within: "PT0S",
    });
});
