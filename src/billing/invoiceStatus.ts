import { statusMachine } from "#platform/contract";

/** An invoice from draft to paid; a final one is never changed, only credited. */
export const invoiceStatus = statusMachine({
  statuses: { draft: {}, sent: {}, partial: {}, paid: {}, credited: { final: true } },
  start: "draft",
  moves: {
    send: { from: ["draft"], to: "sent" },
    payPart: { from: ["sent", "partial"], to: "partial" },
    pay: { from: ["sent", "partial"], to: "paid" },
    credit: { from: ["sent", "partial", "paid"], to: "credited" },
  },
});

export type InvoiceStatus = (typeof invoiceStatus.names)[number];
