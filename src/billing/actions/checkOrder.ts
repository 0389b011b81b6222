import { settleExceptions } from "#orders";
import { action } from "#platform";
import { billing } from "../contract.ts";
import { invoiceOrder } from "../invoiceOrder.ts";
import { mayInvoice } from "../policy.ts";
import { keepRefused } from "../seller.ts";

/** The office has looked at a finished order and frees it for invoicing. */
export const checkOrder = action(
  billing.checkOrder,
  async (work, { orderId, send }) => {
    work.authorize(mayInvoice(work.actor));
    const invoices = await invoiceOrder(work, orderId, { send });
    await settleExceptions(work, { orderId, kind: "order_to_check", resolution: "checked" });
    return { invoices: invoices.map(({ id, number, grossCents }) => ({ id, number, grossCents })) };
  },
  { refused: keepRefused },
);
