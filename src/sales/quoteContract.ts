import { z } from "zod";
import { LineView, NewLine } from "#orders/contract";
import {
  Cents,
  Day,
  endpoint,
  filledText,
  Id,
  Instant,
  Moves,
  Quantity,
  text,
  UnitPrice,
} from "#platform/contract";
import { QuoteStatusName, SignOffStatusName, Totals } from "./payerContract.ts";
import { SigningOrder } from "./signingOrder.ts";

const SignOffView = z.object({
  id: Id,
  organizationId: Id,
  payerName: z.string(),
  contactName: z.string().nullable(),
  side: z.enum(["customer", "partner"]),
  status: SignOffStatusName,
  method: z.string().nullable(),
  signedName: z.string().nullable(),
  signatureFileId: Id.nullable(),
  signedAt: Instant.nullable(),
  viewedAt: Instant.nullable(),
  address: z.string().nullable(),
  reason: z.string().nullable(),
  grossCents: Cents,
  documentHash: z.string(),
});

const QuoteHead = z.object({
  id: Id,
  number: z.string(),
  version: z.int(),
  status: QuoteStatusName,
  grossCents: Cents,
  createdAt: Instant,
  sentAt: Instant.nullable(),
  decidedAt: Instant.nullable(),
  decidedReason: z.string().nullable(),
  validUntil: Day.nullable(),
});

/** The quote of an order as the office builds it: lines, payers with totals, versions and signatures. */
export const QuoteOfOrder = z.object({
  orderId: Id,
  quote: QuoteHead.extend({
    notes: z.string().nullable(),
    moves: Moves,
    signOffs: z.array(SignOffView),
  }).nullable(),
  versions: z.array(QuoteHead),
  lines: z.array(LineView),
  linesOpen: z.boolean(),
  /** Why the quote did not go out by itself. */
  reasons: z.array(z.string()),
  payers: z.array(z.object({ organizationId: Id, name: z.string() })),
  totals: z.array(Totals.extend({ organizationId: Id })),
  canStart: z.boolean(),
});
export type QuoteOfOrder = z.infer<typeof QuoteOfOrder>;

const Limit = Cents.min(0).max(100_000_000).nullable();
const agreementFields = {
  /** Below this its own lines need no signature; zero asks always, nothing leaves it to how orders come in. */
  approvesBelowCents: Limit,
  /** Whose signature comes first on the quotes of its orders; nothing takes it from the organization above. */
  signingOrder: SigningOrder.nullable(),
  /** Up to which amount its quotes go out by themselves; nothing leaves it to the entity. */
  byItselfUpToCents: Limit,
};
export const PayerAgreementView = z.object({
  ...agreementFields,
  /** What counts now, with what the organizations above agreed on. */
  inForce: z.object({ signingOrder: SigningOrder, byItselfUpToCents: Cents.nullable() }),
});
export type PayerAgreementView = z.infer<typeof PayerAgreementView>;

const ofOrder = z.object({ orderId: Id });
const ofLine = z.object({ lineId: Id });

const changeable = {
  description: filledText(500),
  quantity: Quantity,
  unitPriceCents: UnitPrice,
  discount: z.int().min(0).max(10_000),
  billedToId: Id,
};

export const quoteCalls = {
  quote: endpoint({
    name: "sales.quote",
    summary: "The quote of an order: lines, payers, totals, versions and signatures",
    method: "GET",
    path: "/orders/:orderId/quote",
    doors: ["office"],
    params: ofOrder,
    response: QuoteOfOrder,
  }),
  startQuote: endpoint({
    name: "sales.startQuote",
    summary: "Begin a quote by hand, where none was made by itself",
    method: "POST",
    path: "/orders/:orderId/quote",
    doors: ["office"],
    params: ofOrder,
    response: QuoteOfOrder,
  }),
  addLine: endpoint({
    name: "sales.addLine",
    summary: "Add a line at the agreed price",
    method: "POST",
    path: "/orders/:orderId/lines",
    doors: ["office"],
    params: ofOrder,
    body: NewLine,
    response: QuoteOfOrder,
    status: 201,
  }),
  changeLine: endpoint({
    name: "sales.changeLine",
    summary: "Change quantity, price, discount, text or payer of a line",
    method: "PATCH",
    path: "/order-lines/:lineId",
    doors: ["office"],
    params: ofLine,
    body: z
      .object({
        ...changeable,
        /** What the caller saw of what it changes; when that changed meanwhile, nothing is written. */
        was: z.object({ ...changeable, unitPriceCents: Cents.nullable() }).partial(),
      })
      .partial(),
    response: QuoteOfOrder,
  }),
  removeLine: endpoint({
    name: "sales.removeLine",
    summary: "Take a line off, with the parts of a bundle",
    method: "DELETE",
    path: "/order-lines/:lineId",
    doors: ["office"],
    params: ofLine,
    response: QuoteOfOrder,
  }),
  readyQuote: endpoint({
    name: "sales.readyQuote",
    summary: "Say that the quote is right",
    method: "POST",
    path: "/orders/:orderId/quote/ready",
    doors: ["office"],
    params: ofOrder,
    body: z.object({ notes: text(2000).optional() }),
    response: QuoteOfOrder,
  }),
  sendQuote: endpoint({
    name: "sales.sendQuote",
    summary: "Freeze the quote and mail every payer its own link",
    method: "POST",
    path: "/orders/:orderId/quote/send",
    doors: ["office"],
    params: ofOrder,
    response: QuoteOfOrder,
  }),
  reviseQuote: endpoint({
    name: "sales.reviseQuote",
    summary: "Make a new version; what was signed on the former one no longer counts",
    method: "POST",
    path: "/orders/:orderId/quote/revise",
    doors: ["office"],
    params: ofOrder,
    body: z.object({ reason: text(1000).optional() }),
    response: QuoteOfOrder,
  }),
  payerAgreement: endpoint({
    name: "sales.payerAgreement",
    summary: "What was agreed with an organization about quotes: signatures and what goes out by itself",
    method: "GET",
    path: "/organizations/:organizationId/payer-agreement",
    doors: ["office"],
    params: z.object({ organizationId: Id }),
    response: PayerAgreementView,
  }),
  setPayerAgreement: endpoint({
    name: "sales.setPayerAgreement",
    summary:
      "Agree on signatures and on what goes out by itself; what was not sent stays, null takes it back",
    method: "PATCH",
    path: "/organizations/:organizationId/payer-agreement",
    doors: ["office"],
    params: z.object({ organizationId: Id }),
    body: z.object(agreementFields).partial(),
    response: PayerAgreementView,
  }),
};
