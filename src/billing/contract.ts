import { z } from "zod";
import { BillingState } from "#orders/contract";
import {
  Cents,
  Day,
  endpoint,
  Flag,
  Id,
  Instant,
  listEndpoint,
  Moves,
  many,
  text,
  VatRate,
} from "#platform/contract";
import { invoiceStatus } from "./invoiceStatus.ts";

export * from "./invoiceStatus.ts";
export { whatToBill } from "./whatToBill.ts";

export const InvoiceStatusName = z.enum(invoiceStatus.names);
export const PaymentMethod = z.enum([
  "bank_transfer",
  "ideal",
  "credit_card",
  "direct_debit",
  "cash",
  "credit_note",
]);

export const InvoiceRow = z.object({
  id: Id,
  number: z.string().nullable(),
  kind: z.enum(["invoice", "credit"]),
  status: InvoiceStatusName,
  businessEntity: z.string(),
  orderId: Id,
  orderNumber: z.string(),
  organizationId: Id,
  organizationName: z.string(),
  invoicedOn: Day.nullable(),
  dueOn: Day.nullable(),
  grossCents: Cents,
  paidCents: Cents,
  reminderLevel: z.int(),
  createdAt: Instant,
});

const InvoiceLine = z.object({
  id: Id,
  description: z.string(),
  quantity: z.number(),
  unitPriceCents: Cents,
  discount: z.int(),
  vatRate: VatRate,
  totalCents: Cents,
});

const VatTotal = z.object({ vatRate: VatRate, netCents: Cents, vatCents: Cents });

export const PaymentView = z.object({
  id: Id,
  amountCents: Cents,
  method: PaymentMethod,
  status: z.enum(["pending", "completed", "failed"]),
  paidOn: Day.nullable(),
  bookedBy: z.string().nullable(),
  remark: z.string().nullable(),
  createdAt: Instant,
});

export const InvoiceView = InvoiceRow.extend({
  contactName: z.string(),
  addressee: z.array(z.string()),
  purchaseOrder: z.string().nullable(),
  netCents: Cents,
  vatCents: Cents,
  vat: z.array(VatTotal),
  lines: z.array(InvoiceLine),
  payments: z.array(PaymentView),
  creditOfId: Id.nullable(),
  sentAt: Instant.nullable(),
  paidAt: Instant.nullable(),
  moves: Moves,
});

/** What a payer sees of an invoice. */
export const PayerInvoice = z.object({
  id: Id,
  number: z.string(),
  kind: z.enum(["invoice", "credit"]),
  status: InvoiceStatusName,
  seller: z.string(),
  orderNumber: z.string(),
  invoicedOn: Day,
  dueOn: Day,
  netCents: Cents,
  vat: z.array(VatTotal),
  grossCents: Cents,
  paidCents: Cents,
  lines: z.array(InvoiceLine),
});

const invoiceId = z.object({ invoiceId: Id });
const orderId = z.object({ orderId: Id });
/** Where an order stands with its money. */
const checked = z.object({ orderId: Id, billingState: BillingState, closedAt: Instant.nullable() });
const checkoutUrl = z.object({ checkoutUrl: z.string() });

export const billing = {
  invoices: listEndpoint({
    name: "billing.invoices",
    summary: "Invoices, filtered and sorted",
    path: "/invoices",
    doors: ["office"],
    row: InvoiceRow,
    filters: {
      status: many(InvoiceStatusName).optional(),
      businessEntity: many(text(40)).optional(),
      organizationId: Id.optional(),
      orderId: Id.optional(),
      overdue: Flag.optional(),
      search: text(80).optional(),
    },
    sorts: ["createdAt"],
    defaultSort: "-createdAt",
  }),
  invoice: endpoint({
    name: "billing.invoice",
    summary: "One invoice with lines, VAT per rate and payments",
    method: "GET",
    path: "/invoices/:invoiceId",
    doors: ["office"],
    params: invoiceId,
    response: InvoiceView,
  }),
  checkOrder: endpoint({
    name: "billing.checkOrder",
    summary: "The office has looked at a finished order: one draft invoice per payer, or sent at once",
    method: "POST",
    path: "/orders/:orderId/check",
    doors: ["office"],
    params: orderId,
    body: z.object({ send: z.boolean().default(true) }),
    response: z.object({
      invoices: z.array(z.object({ id: Id, number: z.string().nullable(), grossCents: Cents })),
    }),
  }),
  closeUnbilled: endpoint({
    name: "billing.closeUnbilled",
    summary: "Close a finished order of which nobody pays anything, such as a call under warranty",
    method: "POST",
    path: "/orders/:orderId/close-unbilled",
    doors: ["office"],
    params: orderId,
    body: z.object({ reason: text(500).min(1) }),
    response: checked,
  }),
  reopenCheck: endpoint({
    name: "billing.reopenCheck",
    summary: "Take back that an order was closed without an invoice: it is to be checked again",
    method: "POST",
    path: "/orders/:orderId/reopen-check",
    doors: ["office"],
    params: orderId,
    response: checked,
  }),
  sendInvoice: endpoint({
    name: "billing.sendInvoice",
    summary: "Make a draft final: number, date, document and mail",
    method: "POST",
    path: "/invoices/:invoiceId/send",
    doors: ["office"],
    params: invoiceId,
    response: InvoiceView,
  }),
  bookPayment: endpoint({
    name: "billing.bookPayment",
    summary: "Book a payment that came in",
    method: "POST",
    path: "/invoices/:invoiceId/payments",
    doors: ["office"],
    params: invoiceId,
    body: z.object({
      amountCents: Cents.positive().max(10_000_000_000),
      paidOn: Day,
      method: PaymentMethod.exclude(["credit_note"]).default("bank_transfer"),
      remark: text(500).default(""),
    }),
    response: InvoiceView,
  }),
  creditInvoice: endpoint({
    name: "billing.creditInvoice",
    summary: "Undo a final invoice with a credit note of its own number",
    method: "POST",
    path: "/invoices/:invoiceId/credit",
    doors: ["office"],
    params: invoiceId,
    body: z.object({ reason: text(500).min(1) }),
    response: InvoiceView,
  }),
  invoicePdf: endpoint({
    name: "billing.invoicePdf",
    summary: "A final invoice as PDF; for the office and for its payer only",
    method: "GET",
    path: "/invoices/:invoiceId/pdf",
    doors: ["office", "partner", "customer"],
    params: invoiceId,
    response: z.string(),
  }),
  myInvoices: endpoint({
    name: "billing.myInvoices",
    summary: "The invoices that the holder of a link, or a partner, has to pay",
    method: "GET",
    path: "/my-invoices",
    doors: ["customer", "partner"],
    response: z.object({ rows: z.array(PayerInvoice) }),
  }),
  startPayment: endpoint({
    name: "billing.startPayment",
    summary: "Begin paying what is open; gives the address of the payment page",
    method: "POST",
    path: "/my-invoices/:invoiceId/payment",
    doors: ["customer", "partner"],
    params: invoiceId,
    response: checkoutUrl,
  }),
};
