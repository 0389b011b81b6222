import { action, type Day, dayOf, daysAfter, type Instant, invalidInput } from "#platform";
import { book } from "../bookings.ts";
import { billing } from "../contract.ts";
import { mayBookPayments } from "../policy.ts";
import { viewInvoice } from "../queries/invoice.ts";

/** Money that came in did so today or before; a slip of the year is refused. */
const refuseOtherDay = (paidOn: Day, now: Instant) => {
  const today = dayOf(now);
  const refuse = (problem: string, message: string) =>
    invalidInput({ errors: [{ pointer: "/paidOn", problem, message }] });
  if (paidOn > today) throw refuse("future-day", "This day is still to come");
  if (paidOn < daysAfter(today, -2 * 366)) throw refuse("long-ago", "More than two years ago");
};

/** Books a payment that came in by bank, card or cash. */
export const bookPayment = action(billing.bookPayment, async (work, { invoiceId, ...booking }) => {
  work.authorize(mayBookPayments(work.actor));
  refuseOtherDay(booking.paidOn, work.now);
  await book(work, invoiceId, booking);
  return viewInvoice(work.tx, work.actor, invoiceId);
});
