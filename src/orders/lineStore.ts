import { type Selectable, sql } from "kysely";
import type { Article } from "#catalog";
import { lineTotal, notFound, refuseIfChanged, statement, type Tables, type Tx, type Work } from "#platform";
import { linesChanged } from "./events.ts";
import { type LineRow, type LineToAdd, partsOf, payersOf, rowOf } from "./lineRows.ts";
import { type Order, orders } from "./orderStore.ts";
import { lineLocked } from "./problems.ts";

export type Line = Selectable<Tables["orderLines"]>;

/** Everything of a line but what it costs us; partners and customers read these too. */
const shownColumns = [
  "l.id",
  "l.orderId",
  "l.position",
  "l.articleId",
  "l.partnerSku",
  "l.description",
  "l.kind",
  "l.quantity",
  "l.listPriceCents",
  "l.unitPriceCents",
  "l.discount",
  "l.vatRate",
  "l.totalCents",
  "l.billedToId",
  "l.approverId",
  "l.parentLineId",
  "l.status",
  "l.origin",
] as const;

/** Lines of an order with the names people know them by, bundles followed by their parts; without what they cost us. */
export const linesOf = statement((db, orderId: string) =>
  db
    .selectFrom("orderLines as l")
    .innerJoin("organizations as payer", "payer.id", "l.billedToId")
    .leftJoin("articles as a", "a.id", "l.articleId")
    .select(shownColumns)
    .select([
      "payer.name as billedToName",
      "a.number as articleNumber",
      "a.minutes",
      "a.skills",
      "a.requiresSerial",
      "a.kind as articleKind",
    ])
    .where("l.orderId", "=", orderId)
    .where("l.status", "<>", "cancelled")
    .orderBy("l.position")
    .orderBy("l.id"),
);

const nextPosition = async (tx: Tx, orderId: string) => {
  const { last } = await tx
    .selectFrom("orderLines")
    .select(({ fn }) => fn.max("position").as("last"))
    .where("orderId", "=", orderId)
    .executeTakeFirstOrThrow();
  return (last ?? 0) + 10;
};

/** Writes the order's total anew and tells that the lines changed. */
const retotal = async (work: Work, orderId: string) => {
  const { totalCents } = await orders.change(work, orderId, {
    totalCents: sql<number>`(select coalesce(sum(total_cents), 0) from order_lines where order_id = ${orderId} and status <> 'cancelled')`,
  });
  work.announce(linesChanged({ id: orderId, orderId, totalCents }));
};

/** Between two lines there is room for the parts of a bundle. */
const linesApart = 100;

/** Adds lines to an order at the agreed price; a bundle brings its parts at nothing. */
export const addLines = async (work: Work, order: Order, lines: readonly LineToAdd[]): Promise<void> => {
  if (lines.length === 0) return;
  const { tx } = work;
  const first = await nextPosition(tx, order.id);
  const payers = await payersOf(tx, lines);
  const rows = lines.map((line, index) => rowOf(work, { order, payers }, line, first + index * linesApart));
  const added = await tx.insertInto("orderLines").values(rows).returningAll().execute();
  const bundles = new Set(lines.flatMap(({ article }) => (article?.kind === "package" ? [article.id] : [])));
  const parts: LineRow[] = [];
  for (const line of added) if (bundles.has(line.articleId ?? "")) parts.push(...(await partsOf(tx, line)));
  if (parts.length > 0) await tx.insertInto("orderLines").values(parts).execute();
  await retotal(work, order.id);
};

const openLine = async (tx: Tx, lineId: string): Promise<Line> => {
  const line = await tx
    .selectFrom("orderLines")
    .selectAll()
    .where("id", "=", lineId)
    .forUpdate()
    .executeTakeFirst();
  if (!line) throw notFound();
  if (line.status !== "draft" && line.status !== "quoted") throw lineLocked();
  return line;
};

export interface LineChange {
  description?: string | undefined;
  quantity?: number | undefined;
  unitPriceCents?: number | undefined;
  discount?: number | undefined;
  vatRate?: number | undefined;
  billedToId?: string | undefined;
  position?: number | undefined;
}

/** The parts of a bundle are as many as it is ordered times, and are paid by who pays it. */
const takePartsAlong = async ({ tx }: Work, line: Line, { billedToId, quantity }: LineChange) => {
  const parts = () => tx.updateTable("orderLines").where("parentLineId", "=", line.id);
  if (billedToId) await parts().set({ billedToId }).execute();
  if (quantity !== undefined && quantity !== line.quantity)
    await parts()
      .set({ quantity: sql<number>`round(quantity * ${quantity}::numeric / ${line.quantity}::numeric, 3)` })
      .execute();
};

/** Changes a line that was not agreed on yet; the parts of a bundle follow it. */
export const changeLine = async (
  work: Work,
  lineId: string,
  change: LineChange,
  was?: Partial<Line>,
): Promise<void> => {
  const line = await openLine(work.tx, lineId);
  refuseIfChanged(was, line);
  const merged = { ...line, ...change };
  const totalCents = lineTotal({ ...merged, unitPriceCents: merged.unitPriceCents ?? 0 });
  await work.tx
    .updateTable("orderLines")
    .set({ ...change, totalCents })
    .where("id", "=", lineId)
    .execute();
  await takePartsAlong(work, line, change);
  await retotal(work, line.orderId);
};

/** Takes a line that was not agreed on off the order, with its parts. */
export const removeLine = async (work: Work, lineId: string): Promise<void> => {
  const line = await openLine(work.tx, lineId);
  await work.tx.deleteFrom("orderLines").where("id", "=", lineId).execute();
  await retotal(work, line.orderId);
};

/** Moves the lines of an order, or of one payer, on to a later stage. */
export const markLines = async (
  { tx }: Work,
  orderId: string,
  status: "draft" | "quoted" | "approved" | "installed" | "invoiced",
  { billedToId }: { billedToId?: string } = {},
): Promise<void> => {
  let update = tx
    .updateTable("orderLines")
    .set({ status })
    .where("orderId", "=", orderId)
    .where("status", "<>", "cancelled");
  if (billedToId) update = update.where("billedToId", "=", billedToId);
  await update.execute();
};

/** Gives the lines that wait for a partner's number their article and price; lines that were quoted stay as they were sent. */
export const mapLines = async (
  work: Work,
  order: Order,
  partnerSku: string,
  article: Article,
): Promise<void> => {
  const waiting = await work.tx
    .selectFrom("orderLines")
    .selectAll()
    .where("orderId", "=", order.id)
    .where("partnerSku", "=", partnerSku)
    .where("articleId", "is", null)
    .where("status", "=", "draft")
    .execute();
  for (const line of waiting) {
    const mapped = { ...line, article, unitPriceCents: undefined };
    const payers = await payersOf(work.tx, [mapped]);
    const { position: _, ...row } = rowOf(work, { order, payers }, mapped, line.position);
    const changed = await work.tx
      .updateTable("orderLines")
      .set(row)
      .where("id", "=", line.id)
      .returningAll()
      .executeTakeFirstOrThrow();
    const parts = article.kind === "package" ? await partsOf(work.tx, changed) : [];
    if (parts.length > 0) await work.tx.insertInto("orderLines").values(parts).execute();
  }
  if (waiting.length > 0) await retotal(work, order.id);
};
