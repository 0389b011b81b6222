import { createHash } from "node:crypto";
import { addressLine, businessEntities, siteOf } from "#crm";
import { linesOf, markLines, moveOrder, type Order, settleExceptions } from "#orders";
import { dayOf, daysAfter, instantAt, type Work } from "#platform";
import { agreementInForce } from "./agreements.ts";
import { askToSign } from "./askToSign.ts";
import { quoteSent } from "./events.ts";
import { payerOf, type QuotePayer } from "./payers.ts";
import {
  canonical,
  documentFor,
  type PayerDocument,
  type QuotedLine,
  type QuoteHead,
  totalsPerPayer,
} from "./quoteDocument.ts";
import { expireQuote } from "./quoteJobs.ts";
import { quoteStatus } from "./quoteStatus.ts";
import { addSignOff, type Quote, quotes, type SignOff } from "./quoteStore.ts";
import { settleApproval } from "./settleApproval.ts";
import { waitsForOthers } from "./signingOrder.ts";

const daysValid = 30;

const hashOf = (value: unknown) => createHash("sha256").update(canonical(value)).digest("hex");

/** Says that a quote is right; the order follows. */
export const readyQuote = async (
  work: Work,
  quote: Quote,
  notes: string | null = quote.notes,
): Promise<Quote> => {
  const status = quoteStatus.move("ready", await quotes.facts(work.tx, quote));
  await moveOrder(work, quote.orderId, "readyQuote");
  return quotes.change(work.tx, quote, { status, notes, readyAt: work.now });
};

const quotedLines = async (work: Work, orderId: string) => {
  const lines = await linesOf(work.tx, orderId);
  return lines.map((line): QuotedLine & { origin: string } => ({
    lineId: line.id,
    parentLineId: line.parentLineId,
    description: line.description,
    quantity: line.quantity,
    unitPriceCents: line.unitPriceCents ?? 0,
    discount: line.discount,
    vatRate: line.vatRate,
    totalCents: line.totalCents,
    billedToId: line.billedToId,
    billedToName: line.billedToName,
    origin: line.origin,
  }));
};

const headOf = async (work: Work, order: Order, quote: Quote): Promise<QuoteHead> => {
  const { tx, now } = work;
  const entity = await businessEntities.byCode(tx, order.businessEntity);
  const site = await siteOf(tx, order);
  const sentOn = dayOf(now, entity.timeZone);
  return {
    number: quote.number,
    version: quote.version,
    orderNumber: order.number,
    entity: entity.name,
    customerName: order.customerName,
    address: site ? addressLine(site) : null,
    sentOn,
    validUntil: daysAfter(sentOn, daysValid),
    notes: quote.notes,
  };
};

/** Whether nobody has to sign for this payer. */
const isSettled = ({ isAgreed }: QuotePayer, { totals }: PayerDocument) => isAgreed || totals.grossCents <= 0;

/** What each payer has to sign, with who acts for it. */
const partsOf = async (
  work: Work,
  order: Order,
  { head, lines }: { head: QuoteHead; lines: readonly (QuotedLine & { origin: string })[] },
) => {
  const totals = totalsPerPayer(lines.filter(({ parentLineId }) => parentLineId === null));
  const parts: { payer: QuotePayer; document: PayerDocument }[] = [];
  for (const { organizationId, grossCents } of totals) {
    const theirs = lines.filter(
      ({ billedToId, parentLineId }) => billedToId === organizationId && !parentLineId,
    );
    const payer = await payerOf(work.tx, order, organizationId, { grossCents, lines: theirs }, work.now);
    parts.push({ payer, document: documentFor(head, lines, payer) });
  }
  return parts;
};

/** Keeps what each payer has to sign, and asks those whose turn it is. */
const addSignOffs = async (
  work: Work,
  order: Order,
  quote: Quote,
  parts: Awaited<ReturnType<typeof partsOf>>,
) => {
  const { signingOrder } = await agreementInForce(work.tx, order.accountId);
  const open = parts.filter(({ payer, document }) => !isSettled(payer, document));
  const unsigned = open.map(({ payer }) => payer.side);
  const asked: SignOff[] = [];
  for (const { payer, document } of parts) {
    const waits = waitsForOthers(signingOrder, payer.side, unsigned);
    const signOff = await addSignOff(work.tx, {
      quoteId: quote.id,
      orderId: order.id,
      organizationId: payer.organizationId,
      contactId: payer.contactId,
      side: payer.side,
      document,
      documentHash: hashOf(document),
      grossCents: document.totals.grossCents,
      createdAt: work.now,
      ...(isSettled(payer, document)
        ? { status: "signed", method: "agreement", signedName: payer.name, signedAt: work.now }
        : { status: waits ? "waiting" : "pending" }),
    });
    if (signOff.status === "pending") asked.push(signOff);
  }
  await askToSign(work, quote, asked);
};

/**
 * Freezes a quote and asks every payer to sign its own lines. The whole document and each payer's rendering are kept with
 * their hashes; payers who agreed beforehand have signed at once, and when nobody is left the quote is accepted.
 */
export const sendQuote = async (work: Work, order: Order, ready: Quote): Promise<Quote> => {
  const { tx, now } = work;
  const status = quoteStatus.move("send", await quotes.facts(tx, ready));
  const lines = await quotedLines(work, order.id);
  const head = await headOf(work, order, ready);
  const totals = totalsPerPayer(lines.filter(({ parentLineId }) => parentLineId === null));
  const whole = { ...head, lines, totals };
  const grossCents = totals.reduce((sum, each) => sum + each.grossCents, 0);
  const parts = await partsOf(work, order, { head, lines });
  const quote = await quotes.change(tx, ready, {
    status,
    document: whole,
    documentHash: hashOf(whole),
    grossCents,
    validUntil: head.validUntil,
    sentAt: now,
  });
  await moveOrder(work, order.id, "sendQuote");
  await markLines(work, order.id, "quoted");
  await addSignOffs(work, order, quote, parts);
  await settleExceptions(work, {
    orderId: order.id,
    kind: ["quote_to_check", "quote_needs_lines", "quote_declined", "quote_expired", "quote_call"],
    resolution: "quote sent",
  });
  const { number, version } = quote;
  work.announce(
    quoteSent({ id: quote.id, orderId: order.id, number, version, grossCents, payers: totals.length }),
  );
  work.note({ recordType: "quote", recordId: quote.id, orderId: order.id, changes: { status, version } });
  work.schedule(
    expireQuote(
      { orderId: order.id, quoteId: quote.id },
      {
        at: instantAt(daysAfter(head.validUntil, 1), "00:00"),
        key: `quote-expiry:${quote.id}`,
        orderId: order.id,
      },
    ),
  );
  return settleApproval(work, order.id);
};
