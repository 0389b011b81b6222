import { action } from "#platform";
import { book } from "../bookings.ts";
import { billing } from "../contract.ts";
import { mayBookPayments } from "../policy.ts";
import { viewInvoice } from "../queries/invoice.ts";

/** Books a payment that came in by bank, card or cash. */
export const bookPayment = action(billing.bookPayment, async (work, { invoiceId, ...booking }) => {
  work.authorize(mayBookPayments(work.actor));
  await book(work, invoiceId, booking);
  return viewInvoice(work.tx, work.actor, invoiceId);
});
