import { action } from "#platform";
import { billing } from "../contract.ts";
import { mayInvoice } from "../policy.ts";
import { checkAgain } from "../unbilled.ts";

/** Somebody pays after all, or has to look: the order that was closed without an invoice is to be checked again. */
export const reopenCheck = action(billing.reopenCheck, async (work, { orderId }) => {
  work.authorize(mayInvoice(work.actor));
  return checkAgain(work, orderId);
});
