import type { z } from "zod";
import { openException, orderStatus, orders } from "#orders";
import { actorId, isPast, type Request, storeFile, type Work } from "#platform";
import { quoteDeclined, quoteSigned } from "./events.ts";
import type { SignatureInput } from "./payerContract.ts";
import { noQuote, notWaiting, notYourTurn, orderOver, quoteExpired, quoteRevised } from "./problems.ts";
import { changesBetween } from "./quoteDocument.ts";
import { quoteStatus, signOffStatus } from "./quoteStatus.ts";
import {
  changeSignOff,
  quotes,
  type SignOff,
  signOffById,
  signOffForPayer,
  signOffsOf,
} from "./quoteStore.ts";
import { settleApproval } from "./settleApproval.ts";

export interface Signing {
  documentHash: string;
  name: string;
  signature: z.infer<typeof SignatureInput>;
}

export interface PayerOnOrder {
  orderId: string;
  organizationId: string;
}

/** The order, its quote and what this payer has to sign, held so that nobody signs or revises meanwhile. */
const hold = async (work: Work, { orderId, organizationId }: PayerOnOrder) => {
  const order = await orders.lock(work.tx, orderId);
  if (orderStatus.isFinal(order.status)) throw orderOver({ current: order.status });
  const latest = await signOffForPayer(work.tx, orderId, organizationId);
  if (!latest) throw noQuote();
  const quote = await quotes.lock(work.tx, orderId);
  return { order, quote, latest, current: latest.quoteId === quote.id ? latest : null };
};

const documentWith = async (work: Work, { orderId, organizationId }: PayerOnOrder, documentHash: string) => {
  const row = await work.tx
    .selectFrom("signOffs")
    .select("id")
    .where("orderId", "=", orderId)
    .where("organizationId", "=", organizationId)
    .where("documentHash", "=", documentHash)
    .executeTakeFirst();
  return row && signOffById(work.tx, row.id);
};

/** Refuses a signature on anything but the version that counts, and says what changed. */
const refuseOther = async (
  work: Work,
  payer: PayerOnOrder,
  documentHash: string,
  held: Awaited<ReturnType<typeof hold>>,
) => {
  const { quote, current } = held;
  if (current?.documentHash === documentHash && quote.status !== "superseded") return;
  const read = await documentWith(work, payer, documentHash);
  const changes = read && current ? changesBetween(read.document, current.document) : [];
  throw quoteRevised({ number: quote.number, version: current ? quote.version : null, changes });
};

const keepSignature = async (work: Work, signOff: SignOff, signature: Signing["signature"]) => {
  if (signature.kind === "typed") return null;
  const bytes = Buffer.from(signature.image.slice(signature.image.indexOf(",") + 1), "base64");
  const { id } = await storeFile(work, {
    bytes,
    name: "signature.png",
    kind: "signature",
    visibility: "internal",
    orderId: signOff.orderId,
    recordId: signOff.id,
  });
  return id;
};

/**
 * A payer says yes to its own lines, on the very document it has read. Kept are name, time, address, browser and hash; the
 * last yes accepts the quote and frees the order. Said again, it changes nothing.
 */
export const signFor = async (
  work: Work,
  payer: PayerOnOrder,
  { documentHash, name, signature }: Signing,
  request: Request,
): Promise<SignOff> => {
  const held = await hold(work, payer);
  await refuseOther(work, payer, documentHash, held);
  const { quote, latest } = held;
  if (latest.status === "signed") return latest;
  if (quote.status === "expired" || (quote.validUntil && isPast(quote.validUntil, work.now)))
    throw quoteExpired({ validUntil: quote.validUntil ?? "" });
  if (latest.status === "waiting") throw notYourTurn();
  if (!signOffStatus.can("sign", latest)) throw notWaiting({ current: latest.status });
  const signed = await changeSignOff(work.tx, latest.id, {
    status: "signed",
    method: signature.kind,
    signedName: signature.kind === "typed" ? signature.name : name,
    signatureFileId: await keepSignature(work, latest, signature),
    signedAt: work.now,
    address: request.address,
    userAgent: request.userAgent?.slice(0, 400) ?? null,
    pdfFileId: null,
  });
  const all = await signOffsOf(work.tx, quote.id);
  work.announce(
    quoteSigned({
      id: quote.id,
      orderId: quote.orderId,
      number: quote.number,
      version: quote.version,
      organizationId: payer.organizationId,
      payerName: signed.document.payerName,
      method: signature.kind,
      signed: all.filter(({ status }) => status === "signed").length,
      of: all.length,
    }),
  );
  work.note({
    recordType: "sign_off",
    recordId: signed.id,
    orderId: quote.orderId,
    changes: { documentHash },
    ...(work.actor.kind === "customer" && {
      by: { kind: "customer", id: actorId(work.actor), name: signed.signedName },
    }),
  });
  await settleApproval(work, payer.orderId);
  return signed;
};

/** A payer says no: the quote is off until a person has talked and revised it. */
export const declineFor = async (work: Work, payer: PayerOnOrder, reason: string): Promise<SignOff> => {
  const { quote, current } = await hold(work, payer);
  if (!current) throw quoteRevised({ number: quote.number, version: null, changes: [] });
  if (current.status === "rejected") return current;
  if (current.status === "waiting") throw notYourTurn();
  if (!signOffStatus.can("reject", current)) throw notWaiting({ current: current.status });
  const rejected = await changeSignOff(work.tx, current.id, { status: "rejected", reason });
  const status = quoteStatus.move("reject", await quotes.facts(work.tx, quote));
  await quotes.change(work.tx, quote, { status, decidedAt: work.now, decidedReason: reason });
  const { payerName } = rejected.document;
  await openException(work, {
    orderId: quote.orderId,
    kind: "quote_declined",
    key: current.id,
    facts: { number: quote.number, payerName, reason },
    organizationId: payer.organizationId,
  });
  work.announce(
    quoteDeclined({
      id: quote.id,
      orderId: quote.orderId,
      number: quote.number,
      version: quote.version,
      organizationId: payer.organizationId,
      payerName,
      reason,
    }),
  );
  return rejected;
};
