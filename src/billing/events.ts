import { z } from "zod";
import { event } from "#platform";

const invoice = { id: z.string(), orderId: z.string(), organizationId: z.string() };

export const invoicesDrafted = event(
  "billing/invoices-drafted",
  z.object({ id: z.string(), orderId: z.string(), count: z.int() }),
);
export const invoiceSent = event(
  "billing/invoice-sent",
  z.object({ ...invoice, number: z.string(), grossCents: z.number() }),
);
export const paymentReceived = event(
  "billing/payment-received",
  z.object({ ...invoice, number: z.string(), amountCents: z.number(), method: z.string() }),
);
export const invoicePaid = event("billing/invoice-paid", z.object({ ...invoice, number: z.string() }));
export const invoiceCredited = event(
  "billing/invoice-credited",
  z.object({ ...invoice, number: z.string(), reason: z.string() }),
);
/** A finished order was closed because nobody pays anything for it; without a reason it was by itself. */
export const orderClosedUnbilled = event(
  "billing/order-closed-unbilled",
  z.object({ id: z.string(), orderId: z.string(), reason: z.string().nullable() }),
);
/** An order that was closed without an invoice is to be checked again. */
export const checkReopened = event(
  "billing/check-reopened",
  z.object({ id: z.string(), orderId: z.string() }),
);
export const orderClosed = event("billing/order-closed", z.object({ id: z.string(), orderId: z.string() }));
