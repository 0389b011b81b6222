import { settleExceptions } from "#orders";
import { actorName, type Day, type Work } from "#platform";
import { invoicePaid, paymentReceived } from "./events.ts";
import { refreshBillingState } from "./invoiceOrder.ts";
import { invoiceStatus } from "./invoiceStatus.ts";
import { type Invoice, lockInvoice } from "./invoiceStore.ts";
import { refuseOtherDay } from "./paidDay.ts";
import { tooMuch } from "./problems.ts";

export interface Booking {
  amountCents: number;
  method: string;
  paidOn: Day;
  remark?: string | null;
}

/** Counts money that came in towards an invoice; the last cent pays it, and the last paid invoice closes the order. */
export const settle = async (
  work: Work,
  invoice: Invoice,
  { amountCents, method }: Booking,
): Promise<void> => {
  const paidCents = invoice.paidCents + amountCents;
  if (paidCents > invoice.grossCents)
    throw tooMuch({
      openCents: invoice.grossCents - invoice.paidCents,
      errors: [{ pointer: "/amountCents", problem: "too-much", message: "More than is open" }],
    });
  const isPaid = paidCents === invoice.grossCents;
  const status = invoiceStatus.move(isPaid ? "pay" : "payPart", invoice);
  await work.tx
    .updateTable("invoices")
    .set({ paidCents, status, paidAt: isPaid ? work.now : null })
    .where("id", "=", invoice.id)
    .execute();
  const { id, orderId, organizationId } = invoice;
  const number = invoice.number!;
  work.note({
    recordType: "invoice",
    recordId: id,
    orderId,
    changes: { paidCents: [invoice.paidCents, paidCents] },
  });
  work.announce(paymentReceived({ id, orderId, organizationId, number, amountCents, method }));
  if (isPaid) {
    work.announce(invoicePaid({ id, orderId, organizationId, number }));
    await settleExceptions(work, { orderId, kind: "invoice_unpaid", key: id, resolution: "paid" });
  }
  await refreshBillingState(work, orderId);
};

/** Books a payment by hand. */
export const book = async (work: Work, invoiceId: string, booking: Booking): Promise<void> => {
  const invoice = await lockInvoice(work.tx, invoiceId);
  refuseOtherDay(booking.paidOn, work.now);
  await settle(work, invoice, booking);
  await work.tx
    .insertInto("payments")
    .values({
      invoiceId,
      amountCents: booking.amountCents,
      method: booking.method,
      status: "completed",
      paidOn: booking.paidOn,
      bookedBy: actorName(work.actor),
      remark: booking.remark || null,
      createdAt: work.now,
    })
    .execute();
};
