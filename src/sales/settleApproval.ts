import { markLines, moveOrder, type OrderMove, orderStatus, orders, settleExceptions } from "#orders";
import type { Work } from "#platform";
import { askToSign } from "./askToSign.ts";
import { quoteAccepted } from "./events.ts";
import { quoteStatus } from "./quoteStatus.ts";
import { type Quote, quotes, type SignOff, signOffsOf } from "./quoteStore.ts";

/** Which side has signed completely while others are open. */
const sideMove = (signOffs: readonly SignOff[]): OrderMove | null => {
  const signed = (side: SignOff["side"]) => {
    const theirs = signOffs.filter((each) => each.side === side);
    return theirs.length > 0 && theirs.every(({ status }) => status === "signed");
  };
  if (signed("customer")) return "approveByCustomer";
  return signed("partner") ? "approveByPartner" : null;
};

const accept = async (work: Work, quote: Quote): Promise<Quote> => {
  const { tx, now } = work;
  const status = quoteStatus.move("accept", await quotes.facts(tx, quote));
  await moveOrder(work, quote.orderId, "approve");
  await markLines(work, quote.orderId, "approved");
  await settleExceptions(work, {
    orderId: quote.orderId,
    kind: ["quote_declined", "quote_call", "no_signer"],
    resolution: "everybody signed",
  });
  const { id, orderId, number, version, grossCents } = quote;
  work.announce(quoteAccepted({ id, orderId, number, version, grossCents }));
  return quotes.change(tx, quote, { status, decidedAt: now });
};

/**
 * Moves the order as far as the signatures allow: one side complete, or everybody, which accepts the quote. An order on
 * hold keeps its signatures and moves when it is taken up again. Payers who waited for the other side are asked when it
 * has signed.
 */
export const settleApproval = async (work: Work, orderId: string): Promise<Quote> => {
  const order = await orders.lock(work.tx, orderId);
  const quote = await quotes.lock(work.tx, orderId);
  if (quote.status !== "sent") return quote;
  const signOffs = await signOffsOf(work.tx, quote.id);
  const isComplete = signOffs.length > 0 && signOffs.every(({ status }) => status === "signed");
  if (isComplete) return orderStatus.can("approve", order) ? accept(work, quote) : quote;
  if (order.status !== "on_hold" && !signOffs.some(({ status }) => status === "pending"))
    await askToSign(
      work,
      quote,
      signOffs.filter(({ status }) => status === "waiting"),
    );
  const move = sideMove(signOffs);
  if (move && orderStatus.can(move, order)) await moveOrder(work, orderId, move);
  return quote;
};
