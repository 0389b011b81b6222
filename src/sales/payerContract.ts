import { z } from "zod";
import { Cents, Day, endpoint, filledText, Id, Instant, listEndpoint, VatRate } from "#platform/contract";
import { quoteStatus, signOffStatus } from "./quoteStatus.ts";

export const QuoteStatusName = z.enum(quoteStatus.names);
export const SignOffStatusName = z.enum(signOffStatus.names);

export const Totals = z.object({
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
const ofSignOff = z.object({ signOffId: Id });
const refusal = z.object({ reason: filledText(1000) });

export const payerCalls = {
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
