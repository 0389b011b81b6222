import { businessEntities } from "#crm";
import { openException, orderMoved, orders } from "#orders";
import { listen } from "#platform";
import { invoiceOrder } from "./invoiceOrder.ts";

/**
 * The work is done: an entity that invoices by itself does so at once, because a handover is only possible with complete
 * evidence (signature, photos, checklist); elsewhere the office is asked to look first.
 */
export const invoiceFinishedOrder = listen(
  orderMoved,
  "billing/invoice-finished-order",
  async (work, { orderId, to }) => {
    if (to !== "completed") return;
    const order = await orders.byId(work.tx, orderId);
    if (order.billingState !== "to_check") return;
    const entity = await businessEntities.byCode(work.tx, order.businessEntity);
    if (entity.invoicesByItself && order.totalCents > 0) await invoiceOrder(work, orderId, { send: true });
    else await openException(work, { orderId, kind: "order_to_check", within: "PT24H" });
  },
);
