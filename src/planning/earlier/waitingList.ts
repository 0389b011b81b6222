import { query } from "#platform";
import { planning as contract } from "../contract.ts";
import { maySeePlanning } from "../policy.ts";
import { openOffers } from "./earlierStore.ts";

const mostRows = 500;

/** Who waits for an earlier half day, for planners. */
export const waitingList = query(contract.waitingList, async ({ db, actor, now, authorize }) => {
  authorize(maySeePlanning(actor));
  const rows = await db
    .selectFrom("earlierWishes as w")
    .innerJoin("visits as v", "v.id", "w.visitId")
    .innerJoin("orders as o", "o.id", "v.orderId")
    .select(["w.visitId", "w.weekdays", "w.parts", "w.askedAt", "v.orderId", "o.number as orderNumber"])
    .select(["o.customerName", "o.place", "v.minutes", "v.onDay as on", "v.dayPart as part"])
    .where("v.status", "in", ["planned", "rescheduled", "scheduled"])
    .orderBy("w.askedAt")
    .limit(mostRows)
    .execute();
  const offers = Map.groupBy(
    await openOffers(
      db,
      rows.map(({ visitId }) => visitId),
      now,
    ),
    ({ visitId }) => visitId,
  );
  return { rows: rows.map((row) => ({ ...row, open: offers.get(row.visitId) ?? [] })) as never };
});
