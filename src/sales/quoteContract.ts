import { z } from "zod";
import { LineView, NewLine } from "#orders/contract";
import {
  Cents,
  Day,
  endpoint,
  filledText,
  Id,
  Instant,
  listEndpoint,
  Moves,
  Quantity,
  text,
  VatRate,
} from "#platform/contract";
import { quoteStatus, signOffStatus } from "./quoteStatus.ts";

export const QuoteStatusName = z.enum(quoteStatus.names);
export const SignOffStatusName = z.enum(signOffStatus.names);

const Totals = z.object({
  netCents: Cents,
  vatCents: Cents,
  grossCents: Cents,
  vat: z.array(z.object({ vatRate: VatRate, netCents: Cents, vatCents: Cents })),
});

export const PayerDocumentView = z.object({
  number: z.string(),
  version: z.int(),
  orderNumber: z.string(),
  entity: z.string(),
  customerName: z.string(),
  address: z.string().nullable(),
  sentOn: Day,
  validUntil: Day,
  notes: z.string().nullable(),
  payerId: Id,
  payerName: z.string(),
  lines: z.array(
    z.object({
      lineId: Id,
      description: z.string(),
      quantity: z.number(),
      vatRate: VatRate,
      discount: z.int(),
      unitPriceCents: Cents.nullable(),
      totalCents: Cents.nullable(),
      isMine: z.boolean(),
      payerName: z.string(),
      parts: z.array(z.object({ description: z.string(), quantity: z.number() })),
    }),
  ),
  totals: Totals,
});
export type PayerDocumentView = z.infer<typeof PayerDocumentView>;

/** A quote as one payer sees it, with what that payer said. */
export const PayerQuote = z.object({
  signOffId: Id,
  quoteId: Id,
  orderId: Id,
  quoteStatus: QuoteStatusName,
  status: SignOffStatusName,
  document: PayerDocumentView,
  documentHash: z.string(),
  isPast: z.boolean(),
  method: z.string().nullable(),
  signedName: z.string().nullable(),
  signedAt: Instant.nullable(),
});
export type PayerQuote = z.infer<typeof PayerQuote>;

export const PayerQuoteRow = z.object({
  id: Id,
  quoteId: Id,
  orderId: Id,
  orderNumber: z.string(),
  number: z.string(),
  version: z.int(),
  customerName: z.string(),
  payerName: z.string(),
  status: SignOffStatusName,
  grossCents: Cents,
  validUntil: Day.nullable(),
  createdAt: Instant,
  signedAt: Instant.nullable(),
});

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

export const SignatureInput = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("drawn"),
    image: z
      .string()
      .max(700_000)
      .regex(/^data:image\/png;base64,[A-Za-z0-9+/]+=*$/),
  }),
  z.object({ kind: z.literal("typed"), name: filledText(120) }),
]);

const signing = z.object({
  /** Of the document that was shown; another one is refused with what changed. */
  documentHash: z.string().length(64),
  name: filledText(120),
  signature: SignatureInput,
});
const ofOrder = z.object({ orderId: Id });
const ofLine = z.object({ lineId: Id });
const ofSignOff = z.object({ signOffId: Id });
const refusal = z.object({ reason: filledText(1000) });

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
        description: filledText(500),
        quantity: Quantity,
        unitPriceCents: Cents,
        discount: z.int().min(0).max(10_000),
        billedToId: Id,
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
    summary: "Below which amount an organization's own lines need no signature; null when nothing was agreed",
    method: "GET",
    path: "/organizations/:organizationId/payer-agreement",
    doors: ["office"],
    params: z.object({ organizationId: Id }),
    response: z.object({ approvesBelowCents: Cents.nullable() }),
  }),
  setPayerAgreement: endpoint({
    name: "sales.setPayerAgreement",
    summary:
      "Agree below which amount no signature is needed; zero asks always, null leaves it to how orders come in",
    method: "PUT",
    path: "/organizations/:organizationId/payer-agreement",
    doors: ["office"],
    params: z.object({ organizationId: Id }),
    body: z.object({ approvesBelowCents: Cents.min(0).nullable() }),
    response: z.object({ approvesBelowCents: Cents.nullable() }),
  }),
  myQuote: endpoint({
    name: "sales.myQuote",
    summary: "The quote behind a signed link, as its payer sees it; null when there is none (yet)",
    method: "GET",
    path: "/my-quote",
    doors: ["customer"],
    response: z.object({
      quote: PayerQuote.nullable(),
      /** The quote is being changed; a new version follows. */
      isRevised: z.boolean(),
    }),
  }),
  openMyQuote: endpoint({
    name: "sales.openMyQuote",
    summary: "Keep that the payer has seen its quote",
    method: "POST",
    path: "/my-quote/seen",
    doors: ["customer"],
    response: z.object({ viewedAt: Instant.nullable() }),
  }),
  signMyQuote: endpoint({
    name: "sales.signMyQuote",
    summary: "Sign the own lines; signing the same again changes nothing",
    method: "POST",
    path: "/my-quote/sign",
    doors: ["customer"],
    body: signing,
    response: PayerQuote,
  }),
  declineMyQuote: endpoint({
    name: "sales.declineMyQuote",
    summary: "Say no, with the reason",
    method: "POST",
    path: "/my-quote/decline",
    doors: ["customer"],
    body: refusal,
    response: PayerQuote,
  }),
  partnerQuotes: listEndpoint({
    name: "sales.partnerQuotes",
    summary: "Quotes of which the partner pays lines; those that wait for its signature with status=pending",
    path: "/partner/quotes",
    doors: ["partner"],
    row: PayerQuoteRow,
    filters: { status: SignOffStatusName.optional(), orderId: Id.optional() },
    sorts: ["createdAt"],
    defaultSort: "-createdAt",
  }),
  partnerQuote: endpoint({
    name: "sales.partnerQuote",
    summary: "One quote as the partner sees and signs it",
    method: "GET",
    path: "/partner/quotes/:signOffId",
    doors: ["partner"],
    params: ofSignOff,
    response: PayerQuote,
  }),
  signPartnerQuote: endpoint({
    name: "sales.signPartnerQuote",
    summary: "Sign the partner's own lines",
    method: "POST",
    path: "/partner/quotes/:signOffId/sign",
    doors: ["partner"],
    params: ofSignOff,
    body: signing,
    response: PayerQuote,
  }),
  declinePartnerQuote: endpoint({
    name: "sales.declinePartnerQuote",
    summary: "Say no for the partner, with the reason",
    method: "POST",
    path: "/partner/quotes/:signOffId/decline",
    doors: ["partner"],
    params: ofSignOff,
    body: refusal,
    response: PayerQuote,
  }),
  quotePdf: endpoint({
    name: "sales.quotePdf",
    summary: "The quote of one payer as PDF; for the office and for that payer only",
    method: "GET",
    path: "/sign-offs/:signOffId/pdf",
    doors: ["office", "partner", "customer"],
    params: ofSignOff,
    response: z.string(),
  }),
};
