import { isStaff, query } from "#platform";
import { orders as contract } from "../contract.ts";
import { orderFiles } from "../fileStore.ts";
import { orders } from "../orderStore.ts";

/** The files of an order: everything for the house, what is meant for them for partners and customers. */
export const filesOfOrder = query(contract.files, async ({ db, actor }, { orderId }) => {
  await orders.byId(db, orderId);
  if (isStaff(actor)) return { rows: await orderFiles.forHouse(db, orderId) };
  const rows = await orderFiles.forOthers(db, orderId);
  return { rows: actor.kind === "customer" ? rows.filter((row) => row.uploadedByKind !== "customer") : rows };
});
