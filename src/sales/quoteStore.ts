import type { Insertable, Selectable, Updateable } from "kysely";
import { linesOf } from "#orders";
import { type Db, json, notFound, statement, type Tables, type Tx, together } from "#platform";
import type { PayerDocument } from "./quoteDocument.ts";
import type { QuoteFacts, QuoteStatus, SignOffStatus } from "./quoteStatus.ts";

export type Quote = Omit<Selectable<Tables["quotes"]>, "status"> & { status: QuoteStatus };
export type SignOff = Omit<Selectable<Tables["signOffs"]>, "status" | "document" | "side"> & {
  status: SignOffStatus;
  document: PayerDocument;
  side: "customer" | "partner";
};

const asQuote = (row: Selectable<Tables["quotes"]>) => row as unknown as Quote;
const asSignOff = (row: Selectable<Tables["signOffs"]>) => row as unknown as SignOff;

/** The lines that are priced: a bundle counts once, its parts at nothing. */
export const pricedLines = async (db: Db, orderId: string) =>
  (await linesOf(db, orderId)).filter(({ parentLineId }) => parentLineId === null);

const versionsOf = (db: Db, orderId: string) =>
  db.selectFrom("quotes").selectAll().where("orderId", "=", orderId).orderBy("version", "desc");
const newest = statement((db, orderId: string) => versionsOf(db, orderId).limit(1));
const heldNewest = statement((db, orderId: string) => versionsOf(db, orderId).limit(1).forUpdate());

/** Reading and writing quotes; the newest version is the one that counts. */
export const quotes = {
  async latest(db: Db, orderId: string): Promise<Quote | undefined> {
    const [row] = await newest(db, orderId);
    return row && asQuote(row);
  },

  async versions(db: Db, orderId: string): Promise<Quote[]> {
    return (await versionsOf(db, orderId).execute()).map(asQuote);
  },

  /** The newest version, held for this transaction. The order is held before it, always in that sequence. */
  async lock(tx: Tx, orderId: string): Promise<Quote> {
    const [row] = await heldNewest(tx, orderId);
    if (!row) throw notFound();
    return asQuote(row);
  },

  async add(tx: Tx, quote: Insertable<Tables["quotes"]>): Promise<Quote> {
    return asQuote(await tx.insertInto("quotes").values(quote).returningAll().executeTakeFirstOrThrow());
  },

  async change(
    tx: Tx,
    quote: Quote,
    { document, ...changes }: Omit<Updateable<Tables["quotes"]>, "document"> & { document?: object },
  ): Promise<Quote> {
    const row = await tx
      .updateTable("quotes")
      .set({ ...changes, ...(document ? { document: json(document) } : {}) })
      .where("id", "=", quote.id)
      .returningAll()
      .executeTakeFirstOrThrow();
    return asQuote(row);
  },

  /** What the moves of a quote look at. */
  async facts(db: Db, quote: Quote): Promise<QuoteFacts> {
    const [lines, signOffs] = await together(db, (both) => [
      pricedLines(both, quote.orderId),
      signOffsOf(both, quote.id),
    ]);
    return {
      status: quote.status,
      lines: lines.length,
      unpriced: lines.filter(({ unitPriceCents }) => unitPriceCents === null).length,
      pending: signOffs.filter(({ status }) => status !== "signed").length,
    };
  },
};

const ofQuote = statement((db, quoteId: string) =>
  db.selectFrom("signOffs").selectAll().where("quoteId", "=", quoteId).orderBy("createdAt").orderBy("id"),
);

export const signOffsOf = async (db: Db, quoteId: string): Promise<SignOff[]> =>
  (await ofQuote(db, quoteId)).map(asSignOff);

export const signOffById = async (db: Db, id: string): Promise<SignOff> => {
  const row = await db.selectFrom("signOffs").selectAll().where("id", "=", id).executeTakeFirst();
  if (!row) throw notFound();
  return asSignOff(row);
};

const newestForPayer = statement((db, orderId: string, organizationId: string) =>
  db
    .selectFrom("signOffs")
    .selectAll()
    .where("orderId", "=", orderId)
    .where("organizationId", "=", organizationId)
    .orderBy("id", "desc")
    .limit(1),
);

/** The newest rendering of an order's quote for one payer; void ones belong to a version that was revised. */
export const signOffForPayer = async (
  db: Db,
  orderId: string,
  organizationId: string,
): Promise<SignOff | undefined> => {
  const [row] = await newestForPayer(db, orderId, organizationId);
  return row && asSignOff(row);
};

export const addSignOff = async (
  tx: Tx,
  { document, ...row }: Omit<Insertable<Tables["signOffs"]>, "document"> & { document: PayerDocument },
): Promise<SignOff> =>
  asSignOff(
    await tx
      .insertInto("signOffs")
      .values({ ...row, document: json(document) })
      .returningAll()
      .executeTakeFirstOrThrow(),
  );

export const changeSignOff = async (
  tx: Tx,
  id: string,
  changes: Updateable<Tables["signOffs"]>,
): Promise<SignOff> =>
  asSignOff(
    await tx
      .updateTable("signOffs")
      .set(changes)
      .where("id", "=", id)
      .returningAll()
      .executeTakeFirstOrThrow(),
  );
