import { moveOrder, orderStatus, orders, settleExceptions } from "#orders";
import { action } from "#platform";
import { sales } from "../contract.ts";
import { draftQuote } from "../draftQuote.ts";
import { mayQuote } from "../policy.ts";
import { viewQuote } from "../queries/quote.ts";
import { quotes } from "../quoteStore.ts";
import { reviseQuote as revise } from "../reviseQuote.ts";
import { readyQuote as ready, sendQuote as send } from "../sendQuote.ts";

/** Begins a quote by hand; an order that never got its questions skips them. */
export const startQuote = action(sales.startQuote, async (work, { orderId }) => {
  work.authorize(mayQuote(work.actor));
  const order = await orders.lock(work.tx, orderId);
  const isStarted = (await quotes.latest(work.tx, orderId)) !== undefined;
  if (!isStarted) {
    if (orderStatus.can("completeIntake", order)) await moveOrder(work, orderId, "completeIntake");
    await draftQuote(work, order, { automatic: false });
  }
  return viewQuote(work.tx, work.actor, orderId);
});

export const readyQuote = action(sales.readyQuote, async (work, { orderId, notes }) => {
  work.authorize(mayQuote(work.actor));
  await orders.lock(work.tx, orderId);
  const quote = await quotes.lock(work.tx, orderId);
  await ready(work, quote, notes || quote.notes);
  await settleExceptions(work, {
    orderId,
    kind: ["quote_to_check", "quote_needs_lines"],
    resolution: "looked at",
  });
  return viewQuote(work.tx, work.actor, orderId);
});

export const sendQuote = action(sales.sendQuote, async (work, { orderId }) => {
  work.authorize(mayQuote(work.actor));
  const order = await orders.lock(work.tx, orderId);
  await send(work, order, await quotes.lock(work.tx, orderId));
  return viewQuote(work.tx, work.actor, orderId);
});

export const reviseQuote = action(sales.reviseQuote, async (work, { orderId, reason }) => {
  work.authorize(mayQuote(work.actor));
  const order = await orders.lock(work.tx, orderId);
  const quote = await quotes.lock(work.tx, orderId);
  if (quote.status !== "draft") await revise(work, order, quote, reason || null);
  return viewQuote(work.tx, work.actor, orderId);
});
