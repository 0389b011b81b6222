import { businessEntities } from "#crm";
import { moveOrder, type Order, openException, orders } from "#orders";
import { dayOf, drawNumber, totalsOf, type Work } from "#platform";
import { limitByItself } from "./agreements.ts";
import { quoteDrafted } from "./events.ts";
import { intakes } from "./intakeStore.ts";
import { pricedLines, type Quote, quotes } from "./quoteStore.ts";
import { readyQuote, sendQuote } from "./sendQuote.ts";

/** Exceptions that stand in the list already and keep a quote in the house until they are solved. */
const blocking = ["unknown_sku", "unknown_article", "address_unverified"] as const;

const openKinds = async ({ tx }: Work, orderId: string) => {
  const rows = await tx
    .selectFrom("exceptions")
    .select("kind")
    .where("orderId", "=", orderId)
    .where("kind", "in", [...blocking])
    .where("resolvedAt", "is", null)
    .execute();
  return [...new Set(rows.map(({ kind }) => kind))];
};

/** What was ordered or put on by the office; what the answers added comes on top of it and is no work on its own. */
const isTheWork = ({ articleKind, origin }: { articleKind: string | null; origin: string }) =>
  origin !== "intake" && (articleKind === "service" || articleKind === "package");

/** Why a quote cannot go out by itself; nothing when it can. */
export const reasonsToLook = async (
  work: Work,
  order: Pick<Order, "id" | "accountId" | "businessEntity">,
): Promise<string[]> => {
  const lines = await pricedLines(work.tx, order.id);
  if (lines.length === 0) return ["no_lines"];
  const intake = await intakes.find(work.tx, order.id);
  const { grossCents } = totalsOf(lines);
  return [
    ...(await openKinds(work, order.id)),
    ...(lines.some(({ articleId, unitPriceCents }) => !articleId || unitPriceCents === null)
      ? ["line_without_article"]
      : []),
    ...(lines.some(isTheWork) ? [] : ["no_service"]),
    ...(grossCents > (await limitByItself(work.tx, order)) ? ["large_amount"] : []),
    ...(intake?.flags ?? []),
  ];
};

/** Sends a quote that nobody needs to look at; else says once, in the one list, why a person should. */
export const sendByItself = async (work: Work, order: Order, quote: Quote): Promise<void> => {
  const reasons = await reasonsToLook(work, order);
  if (reasons.length === 0) {
    await sendQuote(work, order, await readyQuote(work, quote));
    return;
  }
  if (reasons.includes("no_lines"))
    return openException(work, { orderId: order.id, kind: "quote_needs_lines", within: "PT24H" });
  const waiting = new Set<string>([...blocking, "line_without_article"]);
  const isInListAlready = reasons.some((reason) => blocking.some((kind) => kind === reason));
  if (isInListAlready && reasons.every((reason) => waiting.has(reason))) return;
  await openException(work, {
    orderId: order.id,
    kind: "quote_to_check",
    facts: { reasons },
    within: "PT24H",
  });
};

/** Makes the first version of an order's quote; the order is a draft quote from here. */
export const draftQuote = async (
  work: Work,
  order: Order,
  { automatic }: { automatic: boolean },
): Promise<Quote> => {
  const { tx, now } = work;
  const entity = await businessEntities.byCode(tx, order.businessEntity);
  const year = Number(dayOf(now, entity.timeZone).slice(0, 4));
  const number = await drawNumber(
    work,
    { entity: entity.prefix, kind: "quote", year },
    "QT-{entity}-{year}-{number}",
  );
  await moveOrder(work, order.id, "draftQuote");
  const quote = await quotes.add(tx, {
    number,
    orderId: order.id,
    version: 1,
    status: "draft",
    automatic,
    createdAt: now,
  });
  work.announce(quoteDrafted({ id: quote.id, orderId: order.id, number, version: 1 }));
  return quote;
};

/** Work that is agreed on without a quote unless something is sold: a person decides. */
const oftenWithoutQuote = (order: Order) => ["service", "maintenance", "removal"].includes(order.kind);

/** Drafts the quote of an order whose questions are answered, and sends it when nobody has to look. */
export const quoteByItself = async (work: Work, orderId: string): Promise<void> => {
  const order = await orders.lock(work.tx, orderId);
  if (order.status !== "intake_completed" || (await quotes.latest(work.tx, orderId))) return;
  if (oftenWithoutQuote(order) && (await pricedLines(work.tx, orderId)).length === 0) return;
  const quote = await draftQuote(work, order, { automatic: true });
  await sendByItself(work, await orders.byId(work.tx, orderId), quote);
};
