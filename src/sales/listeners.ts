import { exceptionResolved, moveOrder, orderCreated, orderMoved, orderStatus, orders } from "#orders";
import { listen, type Work } from "#platform";
import { quoteByItself, sendByItself } from "./draftQuote.ts";
import { asksQuestions, startIntake, takeDeliveredIntake } from "./intakeFlow.ts";
import { intakes } from "./intakeStore.ts";
import { quotes } from "./quoteStore.ts";
import { supersede } from "./reviseQuote.ts";
import { settleApproval } from "./settleApproval.ts";

/** A new lead gets its questions; what a partner answered already, or work that asks nothing, goes straight on. */
export const beginIntake = listen(orderCreated, "sales/begin-intake", async (work, { orderId }) => {
  const order = await orders.lock(work.tx, orderId);
  if (order.source === "import") return;
  if (order.status === "intake_completed") {
    await takeDeliveredIntake(work, order);
    return quoteByItself(work, orderId);
  }
  if (order.status !== "new_lead") return;
  if (asksQuestions(order)) return startIntake(work, order);
  await moveOrder(work, orderId, "completeIntake");
});

/** What was answered or signed during a pause counts as soon as the order is taken up again. */
const pickUp = async (work: Work, orderId: string) => {
  const order = await orders.lock(work.tx, orderId);
  const intake = await intakes.find(work.tx, orderId);
  if (intake?.status === "completed" && orderStatus.can("completeIntake", order))
    await moveOrder(work, orderId, "completeIntake");
  if (await quotes.latest(work.tx, orderId)) await settleApproval(work, orderId);
};

/** A cancelled order has no quote to sign any more. */
const withdraw = async (work: Work, orderId: string) => {
  const quote = await quotes.latest(work.tx, orderId);
  if (quote && quote.status !== "superseded") await supersede(work, quote);
};

export const followOrder = listen(orderMoved, "sales/follow-order", async (work, { orderId, from, to }) => {
  if (to === "cancelled") return withdraw(work, orderId);
  if (from === "on_hold") await pickUp(work, orderId);
  if (to === "intake_completed") await quoteByItself(work, orderId);
});

/** What kept a quote in the house was solved: it may go out by itself after all. */
export const tryAgain = listen(exceptionResolved, "sales/send-after-all", async (work, { orderId, kind }) => {
  if (!orderId || !["unknown_sku", "unknown_article", "address_unverified"].includes(kind)) return;
  const order = await orders.lock(work.tx, orderId);
  const quote = await quotes.latest(work.tx, orderId);
  if (order.status !== "quote_draft" || quote?.status !== "draft" || !quote.automatic) return;
  await sendByItself(work, order, quote);
});
