import { linesOf, type Order, orderStatus, orders } from "#orders";
import { type Actor, type Db, query } from "#platform";
import { sales } from "../contract.ts";
import { mayQuote, maySeeQuotes } from "../policy.ts";
import { totalsPerPayer } from "../quoteDocument.ts";
import { quoteStatus } from "../quoteStatus.ts";
import { type Quote, quotes, signOffsOf } from "../quoteStore.ts";

/** Order statuses in which lines are still being chosen. */
const open: readonly string[] = ["new_lead", "intake_sent", "intake_completed", "quote_draft"];
export const linesAreOpen = (order: { status: string }): boolean => open.includes(order.status);

const officeMoves = ["ready", "send"] as const;

/** What a person could do with the quote now, each with what it misses. */
const movesFor = async (db: Db, actor: Actor, order: Order, quote: Quote) => {
  const facts = await quotes.facts(db, quote);
  const possible = quoteStatus.movesOf(facts);
  const moves = Object.fromEntries(
    officeMoves.flatMap((move) => (possible[move] ? [[move, possible[move]] as const] : [])),
  );
  if (quote.status !== "draft" && orderStatus.can("reviseQuote", order))
    moves.revise = { can: true, missing: [] };
  if (mayQuote(actor)) return moves;
  return Object.fromEntries(
    Object.keys(moves).map((move) => [move, { can: false, missing: ["scope:sales.quotes"] }]),
  );
};

const signOffsWithNames = async (db: Db, quoteId: string) => {
  const signOffs = await signOffsOf(db, quoteId);
  const ids = signOffs.flatMap(({ contactId }) => contactId ?? []);
  const contacts =
    ids.length === 0
      ? []
      : await db.selectFrom("contacts").select(["id", "name"]).where("id", "in", ids).execute();
  const names = new Map(contacts.map(({ id, name }) => [id, name]));
  return signOffs.map((signOff) => ({
    ...signOff,
    payerName: signOff.document.payerName,
    contactName: names.get(signOff.contactId ?? "") ?? null,
  }));
};

const payersOf = (db: Db, orderId: string) =>
  db
    .selectFrom("orderParties as p")
    .innerJoin("organizations as o", "o.id", "p.organizationId")
    .select(["p.organizationId", "o.name"])
    .distinct()
    .where("p.orderId", "=", orderId)
    .orderBy("o.name")
    .execute();

const reasonsOf = async (db: Db, orderId: string): Promise<string[]> => {
  const row = await db
    .selectFrom("exceptions")
    .select("facts")
    .where("orderId", "=", orderId)
    .where("kind", "=", "quote_to_check")
    .where("resolvedAt", "is", null)
    .executeTakeFirst();
  return ((row?.facts as { reasons?: string[] } | undefined)?.reasons ?? []).map(String);
};

/** The quote of an order as the office builds it. */
export const viewQuote = async (db: Db, actor: Actor, orderId: string) => {
  const order = await orders.byId(db, orderId);
  const [lines, versions, payers, reasons] = await Promise.all([
    linesOf(db, orderId),
    quotes.versions(db, orderId),
    payersOf(db, orderId),
    reasonsOf(db, orderId),
  ]);
  const latest = versions[0];
  const quote = latest
    ? {
        ...latest,
        moves: await movesFor(db, actor, order, latest),
        signOffs: await signOffsWithNames(db, latest.id),
      }
    : null;
  return {
    orderId,
    quote,
    versions,
    lines,
    linesOpen: linesAreOpen(order) && mayQuote(actor),
    reasons,
    payers,
    totals: totalsPerPayer(lines.filter(({ parentLineId }) => parentLineId === null)),
    canStart: !latest && linesAreOpen(order) && mayQuote(actor),
  };
};

export const quoteOfOrder = query(sales.quote, async ({ db, actor, authorize }, { orderId }) => {
  authorize(maySeeQuotes(actor));
  return viewQuote(db, actor, orderId);
});
