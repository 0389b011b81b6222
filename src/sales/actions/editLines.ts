import { articles } from "#catalog";
import { addLines, changeLine as change, orders, removeLine as remove } from "#orders";
import { action, notFound, type Work } from "#platform";
import { sales } from "../contract.ts";
import { mayQuote } from "../policy.ts";
import { linesClosed, unknownPayer, wholeBundles } from "../problems.ts";
import { linesAreOpen, viewQuote } from "../queries/quote.ts";
import { quotes } from "../quoteStore.ts";

/** Holds the order and says no when its quote is out; a quote a person has touched no longer goes out by itself. */
const openForLines = async ({ tx }: Work, orderId: string) => {
  const order = await orders.lock(tx, orderId);
  if (!linesAreOpen(order)) throw linesClosed({ current: order.status });
  const quote = await quotes.latest(tx, orderId);
  if (quote?.automatic) await quotes.change(tx, quote, { automatic: false });
  return order;
};

const checkPayer = async ({ tx }: Work, orderId: string, organizationId: string) => {
  const party = await tx
    .selectFrom("orderParties")
    .select("orderId")
    .where("orderId", "=", orderId)
    .where("organizationId", "=", organizationId)
    .executeTakeFirst();
  if (!party) throw unknownPayer({ organizationId });
};

const lineOf = async ({ tx }: Work, lineId: string) => {
  const line = await tx
    .selectFrom("orderLines as l")
    .leftJoin("articles as a", "a.id", "l.articleId")
    .select(["l.orderId", "a.kind"])
    .where("l.id", "=", lineId)
    .executeTakeFirst();
  if (!line) throw notFound();
  return line;
};

/** Metres and hours come in parts; half a bundle would be half a charger. */
const checkQuantity = (kind: string | null | undefined, quantity: number | undefined) => {
  if (kind === "package" && quantity !== undefined && !Number.isInteger(quantity)) throw wholeBundles();
};

export const addLine = action(sales.addLine, async (work, { orderId, articleId, ...line }) => {
  work.authorize(mayQuote(work.actor));
  const order = await openForLines(work, orderId);
  await checkPayer(work, orderId, line.billedToId);
  const article = articleId ? await articles.byId(work.tx, articleId) : undefined;
  checkQuantity(article?.kind, line.quantity);
  await addLines(work, order, [{ ...line, article, origin: "office" }]);
  work.note({
    recordType: "order",
    recordId: orderId,
    orderId,
    changes: { line: article?.number ?? "free text" },
  });
  return viewQuote(work.tx, work.actor, orderId);
});

export const changeLine = action(sales.changeLine, async (work, { lineId, was, ...changes }) => {
  work.authorize(mayQuote(work.actor));
  const { orderId, kind } = await lineOf(work, lineId);
  await openForLines(work, orderId);
  checkQuantity(kind, changes.quantity);
  if (changes.billedToId) await checkPayer(work, orderId, changes.billedToId);
  await change(work, lineId, changes, was);
  work.note({ recordType: "order_line", recordId: lineId, orderId, changes });
  return viewQuote(work.tx, work.actor, orderId);
});

export const removeLine = action(sales.removeLine, async (work, { lineId }) => {
  work.authorize(mayQuote(work.actor));
  const { orderId } = await lineOf(work, lineId);
  await openForLines(work, orderId);
  await remove(work, lineId);
  work.note({ recordType: "order_line", recordId: lineId, orderId, changes: { removed: true } });
  return viewQuote(work.tx, work.actor, orderId);
});
