import { markLines } from "#orders";
import { action } from "#platform";
import { billing } from "../contract.ts";
import { refreshBillingState } from "../invoiceOrder.ts";
import { finalize, lockInvoice } from "../invoiceStore.ts";
import { mayInvoice } from "../policy.ts";
import { viewInvoice } from "../queries/invoice.ts";
import { keepRefused } from "../seller.ts";

/** Makes one draft final and sends it. */
export const sendInvoice = action(
  billing.sendInvoice,
  async (work, { invoiceId }) => {
    work.authorize(mayInvoice(work.actor));
    const invoice = await finalize(work, await lockInvoice(work.tx, invoiceId));
    await markLines(work, invoice.orderId, "invoiced", { billedToId: invoice.organizationId });
    await refreshBillingState(work, invoice.orderId);
    return viewInvoice(work.tx, work.actor, invoiceId);
  },
  { refused: keepRefused },
);
