import { markLines, moveOrder, type Order, settleExceptions } from "#orders";
import type { Work } from "#platform";
import { quoteRevisedEvent } from "./events.ts";
import { quoteStatus, signOffStatus } from "./quoteStatus.ts";
import { changeSignOff, type Quote, quotes, signOffsOf } from "./quoteStore.ts";

/** What was sent no longer counts, nor does any signature on it. */
export const supersede = async (work: Work, quote: Quote): Promise<void> => {
  const status = quoteStatus.move("supersede", await quotes.facts(work.tx, quote));
  await quotes.change(work.tx, quote, { status });
  for (const signOff of await signOffsOf(work.tx, quote.id))
    if (signOffStatus.can("void", signOff)) await changeSignOff(work.tx, signOff.id, { status: "void" });
};

/**
 * Opens a quote for changes. One that has not been sent becomes a draft again; of one that was sent a new version begins,
 * and the former one is void.
 */
export const reviseQuote = async (
  work: Work,
  order: Order,
  quote: Quote,
  reason: string | null,
): Promise<Quote> => {
  const { tx, now } = work;
  await moveOrder(work, order.id, "reviseQuote", { reason });
  await markLines(work, order.id, "draft");
  if (quote.status === "ready")
    return quotes.change(tx, quote, { status: quoteStatus.move("unready", await quotes.facts(tx, quote)) });
  await supersede(work, quote);
  await settleExceptions(work, {
    orderId: order.id,
    kind: ["quote_declined", "quote_expired", "quote_call", "no_signer"],
    resolution: "revised",
  });
  const next = await quotes.add(tx, {
    number: quote.number,
    orderId: order.id,
    version: quote.version + 1,
    status: "draft",
    notes: quote.notes,
    createdAt: now,
  });
  work.announce(
    quoteRevisedEvent({ id: next.id, orderId: order.id, number: next.number, version: next.version, reason }),
  );
  return next;
};
