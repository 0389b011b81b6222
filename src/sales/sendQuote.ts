import { createHash } from "node:crypto";
import { addressLine, businessEntities } from "#crm";
import { sendMail } from "#messaging";
import { linesOf, markLines, moveOrder, type Order, openException, settleExceptions } from "#orders";
import { dayOf, daysAfter, instantAt, later, type Work } from "#platform";
import { dayText, moneyText } from "#platform/pdf";
import { quoteSent } from "./events.ts";
import { quoteRenewed, quoteToSign } from "./mails.ts";
import { payerOf, type QuotePayer } from "./payers.ts";
import { canonical, documentFor, type QuotedLine, type QuoteHead, totalsPerPayer } from "./quoteDocument.ts";
import { callAboutQuote, expireQuote, remindOfQuote } from "./quoteJobs.ts";
import { languageOf, linkToQuote } from "./quoteLink.ts";
import { quoteStatus } from "./quoteStatus.ts";
import { addSignOff, type Quote, quotes, type SignOff } from "./quoteStore.ts";
import { settleApproval } from "./settleApproval.ts";

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
  const site = order.siteId
    ? await tx.selectFrom("sites").selectAll().where("id", "=", order.siteId).executeTakeFirst()
    : undefined;
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

const askToSign = async (work: Work, quote: Quote, signOff: SignOff) => {
  const { organizationId, contactId, document } = signOff;
  if (!contactId)
    return openException(work, {
      orderId: quote.orderId,
      kind: "no_signer",
      key: organizationId,
      organizationId,
      facts: { payerName: document.payerName },
    });
  const language = await languageOf(work, contactId);
  await sendMail(work, quote.version > 1 ? quoteRenewed : quoteToSign, {
    orderId: quote.orderId,
    contactId,
    organizationId,
    variables: {
      link: await linkToQuote(work, signOff),
      quoteNumber: quote.number,
      total: moneyText(signOff.grossCents, language),
      validUntil: dayText(document.validUntil, language),
    },
    key: `quote:${signOff.id}`,
  });
};

const addSignOffFor = (
  work: Work,
  quote: Quote,
  payer: QuotePayer,
  document: SignOff["document"],
  order: Order,
) =>
  addSignOff(work.tx, {
    quoteId: quote.id,
    orderId: order.id,
    organizationId: payer.organizationId,
    contactId: payer.contactId,
    side: payer.side,
    document,
    documentHash: hashOf(document),
    grossCents: document.totals.grossCents,
    createdAt: work.now,
    ...(payer.isAgreed || document.totals.grossCents <= 0
      ? { status: "signed", method: "agreement", signedName: payer.name, signedAt: work.now }
      : { status: "pending" }),
  });

const scheduleFollowUp = (work: Work, quote: Quote, validUntil: string) => {
  const payload = { orderId: quote.orderId, quoteId: quote.id };
  const at = (moment: string, key: string) => ({
    at: moment,
    key: `${key}:${quote.id}`,
    orderId: quote.orderId,
  });
  work.schedule(
    remindOfQuote(payload, at(later(work.now, "P3D"), "quote-reminder")),
    callAboutQuote(payload, at(later(work.now, "P7D"), "quote-call")),
    expireQuote(payload, at(instantAt(daysAfter(validUntil, 1), "00:00"), "quote-expiry")),
  );
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
  for (const { organizationId, ...total } of totals) {
    const theirs = lines.filter(
      ({ billedToId, parentLineId }) => billedToId === organizationId && !parentLineId,
    );
    const payer = await payerOf(tx, order, organizationId, { ...total, lines: theirs }, now);
    const signOff = await addSignOffFor(work, quote, payer, documentFor(head, lines, payer), order);
    if (signOff.status === "pending") await askToSign(work, quote, signOff);
  }
  for (const kind of ["quote_to_check", "quote_needs_lines", "quote_declined", "quote_expired", "quote_call"])
    await settleExceptions(work, { orderId: order.id, kind, resolution: "quote sent" });
  const { number, version } = quote;
  work.announce(
    quoteSent({ id: quote.id, orderId: order.id, number, version, grossCents, payers: totals.length }),
  );
  work.note({ recordType: "quote", recordId: quote.id, orderId: order.id, changes: { status, version } });
  scheduleFollowUp(work, quote, head.validUntil);
  return settleApproval(work, order.id);
};
