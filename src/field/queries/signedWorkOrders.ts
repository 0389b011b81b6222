import { orders } from "#orders";
import { query } from "#platform";
import { field as contract } from "../contract.ts";

/** The work orders of an order that were signed; row-level security holds partners and customers to their own. */
export const signedWorkOrders = query(contract.signedWorkOrders, async ({ db }, { orderId }) => {
  await orders.byId(db, orderId);
  const rows = await db
    .selectFrom("workOrders")
    .select(["id", "number", "signedAt"])
    .where("orderId", "=", orderId)
    .where("status", "=", "completed")
    .where("signedAt", "is not", null)
    .orderBy("signedAt")
    .execute();
  return { rows: rows.map(({ signedAt, ...row }) => ({ ...row, signedAt: signedAt! })) };
});
