import { z } from "zod";
import { businessEntities, businessEntityChanged, lacksOnInvoices } from "#crm";
import { workOrders } from "#field";
import { linesOf, type Order, orderMoved, orders, settleExceptions } from "#orders";
import { job, listen, type Work } from "#platform";
import { invoiceOrder } from "./invoiceOrder.ts";
import { waitForSeller } from "./seller.ts";
import { askToCheck, closeWithoutInvoice } from "./unbilled.ts";
import { whatToBill } from "./whatToBill.ts";

/** What may happen to a finished order without anybody looking. */
const goesByItself = async ({ tx }: Work, order: Order): Promise<"invoice" | "close" | null> => {
  const toBill = whatToBill(await linesOf(tx, order.id));
  if (toBill === "something") return order.totalCents > 0 ? "invoice" : null;
  return toBill === "nothing" && (await workOrders.areHandedOver(tx, order.id)) ? "close" : null;
};

/**
 * The work is done: an entity that invoices by itself does so at once, because a handover is only possible with complete
 * evidence (signature, photos, checklist), and closes what nobody pays; elsewhere the office is asked to look first. An entity
 * that lacks what the law asks on an invoice waits for that.
 */
export const invoiceFinishedOrder = listen(
  orderMoved,
  "billing/invoice-finished-order",
  async (work, { orderId, to }) => {
    if (to !== "completed") return;
    const order = await orders.byId(work.tx, orderId);
    if (order.billingState !== "to_check") return;
    const entity = await businessEntities.byCode(work.tx, order.businessEntity);
    const goes = entity.invoicesByItself ? await goesByItself(work, order) : null;
    if (goes === null) await askToCheck(work, orderId);
    else if (goes === "close") await closeWithoutInvoice(work, orderId, null);
    else if (lacksOnInvoices(entity).length > 0) await waitForSeller(work, orderId);
    else await invoiceOrder(work, orderId, { send: true });
  },
);

/** Goes on with an order whose seller can send invoices now. */
export const invoiceAfterAll = job(
  "billing/invoice-after-all",
  z.object({ orderId: z.string() }),
  async (work, { orderId }) => {
    const order = await orders.byId(work.tx, orderId);
    const { invoicesByItself } = await businessEntities.byCode(work.tx, order.businessEntity);
    if (invoicesByItself && order.billingState === "to_check" && order.totalCents > 0)
      await invoiceOrder(work, orderId, { send: true });
    await settleExceptions(work, { orderId, kind: "seller_incomplete", resolution: "filled in" });
  },
);

/** An entity says now what the law asks: its orders that waited for that go on, each by itself. */
export const goOnWithInvoices = listen(
  businessEntityChanged,
  "billing/go-on-with-invoices",
  async (work, { code }) => {
    const entity = await businessEntities.byCode(work.tx, code);
    if (lacksOnInvoices(entity).length > 0) return;
    const waiting = await work.tx
      .selectFrom("exceptions as e")
      .innerJoin("orders as o", "o.id", "e.orderId")
      .select("o.id")
      .where("e.kind", "=", "seller_incomplete")
      .where("e.resolvedAt", "is", null)
      .where("o.businessEntity", "=", code)
      .execute();
    for (const { id: orderId } of waiting)
      work.schedule(invoiceAfterAll({ orderId }, { orderId, key: `invoice-after-all:${orderId}` }));
  },
);
