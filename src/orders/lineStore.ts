import type { Insertable, Selectable } from "kysely";
import { type Article, articles, priceOf } from "#catalog";
import { organizations } from "#crm";
import {
  dayOf,
  lineTotal,
  notFound,
  refuseIfChanged,
  statement,
  type Tables,
  type Tx,
  type Work,
} from "#platform";
import { linesChanged } from "./events.ts";
import type { Order } from "./orderStore.ts";
import { lineLocked } from "./problems.ts";

export type Line = Selectable<Tables["orderLines"]>;
type LineRow = Insertable<Tables["orderLines"]>;

export interface LineToAdd {
  article?: Article | undefined;
  description?: string | undefined;
  partnerSku?: string | null | undefined;
  quantity: number;
  /** Overrules the agreed price. */
  unitPriceCents?: number | undefined;
  discount?: number | undefined;
  billedToId: string;
  approverId?: string | null | undefined;
  origin?: string | undefined;
}

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

const priced = async (work: Work, order: Order, line: LineToAdd) => {
  const { article } = line;
  if (!article)
    return { unitPriceCents: line.unitPriceCents ?? null, listPriceCents: null, agreementId: null };
  const payer = await organizations.byId(work.tx, line.billedToId);
  const price = priceOf(article, await articles.agreementsFor(work.tx, payer.id), {
    organizationId: payer.id,
    partnerKinds: payer.partnerKinds,
    businessEntity: order.businessEntity,
    quantity: line.quantity,
    on: dayOf(work.now),
  });
  return line.unitPriceCents === undefined
    ? price
    : { ...price, unitPriceCents: line.unitPriceCents, agreementId: null };
};

const nextPosition = async (tx: Tx, orderId: string) => {
  const { last } = await tx
    .selectFrom("orderLines")
    .select(({ fn }) => fn.max("position").as("last"))
    .where("orderId", "=", orderId)
    .executeTakeFirstOrThrow();
  return (last ?? 0) + 10;
};

const rowOf = async (work: Work, order: Order, line: LineToAdd, position: number): Promise<LineRow> => {
  const { article, quantity, discount = 0 } = line;
  const price = await priced(work, order, line);
  return {
    ...price,
    orderId: order.id,
    position,
    articleId: article?.id ?? null,
    partnerSku: line.partnerSku ?? null,
    description: line.description ?? article?.name ?? line.partnerSku ?? "",
    kind: article?.kind === "service" ? "service" : "product",
    quantity,
    discount,
    costCents: article?.costCents ?? 0,
    vatRate: article?.vatRate ?? 2100,
    totalCents: lineTotal({ quantity, unitPriceCents: price.unitPriceCents ?? 0, discount }),
    billedToId: line.billedToId,
    approverId: line.approverId ?? null,
    origin: line.origin ?? "order",
  };
};

/** The parts of a bundle: seen by crew and warehouse, priced in the parent line. */
const addParts = async (work: Work, parent: Line) => {
  const parts = parent.articleId ? await articles.components(work.tx, parent.articleId) : [];
  const rows = parts.map((part, index) => ({
    orderId: parent.orderId,
    position: parent.position + index + 1,
    articleId: part.id,
    description: part.name,
    kind: part.kind === "service" ? "service" : "product",
    quantity: part.bundleQuantity * parent.quantity,
    unitPriceCents: 0,
    totalCents: 0,
    vatRate: parent.vatRate,
    billedToId: parent.billedToId,
    parentLineId: parent.id,
    origin: "bundle",
  }));
  if (rows.length > 0) await work.tx.insertInto("orderLines").values(rows).execute();
};

/** Writes the order's total anew and tells that the lines changed. */
const retotal = async (work: Work, orderId: string) => {
  const { total } = await work.tx
    .selectFrom("orderLines")
    .select(({ fn }) => fn.sum<number | null>("totalCents").as("total"))
    .where("orderId", "=", orderId)
    .where("status", "<>", "cancelled")
    .executeTakeFirstOrThrow();
  const totalCents = total ?? 0;
  await work.tx
    .updateTable("orders")
    .set({ totalCents, updatedAt: work.now })
    .where("id", "=", orderId)
    .execute();
  work.announce(linesChanged({ id: orderId, orderId, totalCents }));
};

/** Adds lines to an order at the agreed price; a bundle brings its parts at nothing. */
export const addLines = async (work: Work, order: Order, lines: readonly LineToAdd[]): Promise<void> => {
  let position = await nextPosition(work.tx, order.id);
  for (const line of lines) {
    const row = await rowOf(work, order, line, position);
    const added = await work.tx.insertInto("orderLines").values(row).returningAll().executeTakeFirstOrThrow();
    if (line.article?.kind === "package") await addParts(work, added);
    position += 100;
  }
  if (lines.length > 0) await retotal(work, order.id);
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

/** Changes a line that was not agreed on yet; the parts of a bundle follow its payer. */
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
  if (change.billedToId)
    await work.tx
      .updateTable("orderLines")
      .set({ billedToId: change.billedToId })
      .where("parentLineId", "=", lineId)
      .execute();
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
    const { position: _, ...row } = await rowOf(
      work,
      order,
      { ...line, article, unitPriceCents: undefined },
      line.position,
    );
    const mapped = await work.tx
      .updateTable("orderLines")
      .set(row)
      .where("id", "=", line.id)
      .returningAll()
      .executeTakeFirstOrThrow();
    if (article.kind === "package") await addParts(work, mapped);
  }
  if (waiting.length > 0) await retotal(work, order.id);
};
