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
export const orderClosed = event("billing/order-closed", z.object({ id: z.string(), orderId: z.string() }));
