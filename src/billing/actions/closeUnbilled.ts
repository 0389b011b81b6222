import { action } from "#platform";
import { billing } from "../contract.ts";
import { mayInvoice } from "../policy.ts";
import { closeWithoutInvoice } from "../unbilled.ts";

/** The office has looked at a finished order and nobody pays anything for it, such as a call under warranty. */
export const closeUnbilled = action(billing.closeUnbilled, async (work, { orderId, reason }) => {
  work.authorize(mayInvoice(work.actor));
  return closeWithoutInvoice(work, orderId, reason);
});
