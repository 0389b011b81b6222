import { sql } from "kysely";
import {
  type Actor,
  type Db,
  forbidden,
  isPast,
  notFound,
  organizationsWithin,
  pageByKeyset,
  query,
} from "#platform";
import { sales } from "../contract.ts";
import { maySignFor } from "../policy.ts";
import { type SignOff, signOffById, signOffForPayer } from "../quoteStore.ts";

/** Columns of a quote that portals may read. */
const quoteHead = (db: Db, id: string) =>
  db.selectFrom("quotes").select(["id", "status", "validUntil"]).where("id", "=", id).executeTakeFirst();

/** A quote as its payer sees it. */
export const viewForPayer = async (db: Db, signOff: SignOff, now: string) => {
  const quote = await quoteHead(db, signOff.quoteId);
  if (!quote) throw notFound();
  return {
    signOffId: signOff.id,
    quoteId: signOff.quoteId,
    orderId: signOff.orderId,
    quoteStatus: quote.status,
    status: signOff.status,
    document: signOff.document,
    documentHash: signOff.documentHash,
    isPast: quote.status === "expired" || (quote.validUntil !== null && isPast(quote.validUntil, now)),
    method: signOff.method,
    signedName: signOff.signedName,
    signedAt: signOff.signedAt,
  };
};

/** Which organization a link holder pays for: the one on the link, else the end customer. */
export const payerOfLink = async (
  db: Db,
  actor: Actor,
): Promise<{ orderId: string; organizationId: string }> => {
  if (actor.kind !== "customer") throw forbidden();
  if (actor.organizationId) return { orderId: actor.orderId, organizationId: actor.organizationId };
  const order = await db
    .selectFrom("orders")
    .select("endCustomerId")
    .where("id", "=", actor.orderId)
    .executeTakeFirstOrThrow();
  return { orderId: actor.orderId, organizationId: order.endCustomerId };
};

export const myQuote = query(sales.myQuote, async ({ db, actor, now }) => {
  const { orderId, organizationId } = await payerOfLink(db, actor);
  const signOff = await signOffForPayer(db, orderId, organizationId);
  if (!signOff) return { quote: null, isRevised: false };
  return { quote: await viewForPayer(db, signOff, now), isRevised: signOff.status === "void" };
});

export const partnerQuotes = query(
  sales.partnerQuotes,
  async ({ db, actor, authorize }, { status, orderId, ...page }) => {
    const within = [...(organizationsWithin(actor) ?? [])];
    authorize(within.some((organizationId) => maySignFor(actor, organizationId)));
    let select = db
      .selectFrom("signOffs as s")
      .innerJoin("quotes as q", "q.id", "s.quoteId")
      .innerJoin("orders as o", "o.id", "s.orderId")
      .select(["s.id", "s.quoteId", "s.orderId", "o.number as orderNumber", "q.number", "q.version"])
      .select(["o.customerName", "s.status", "s.grossCents", "q.validUntil", "s.createdAt", "s.signedAt"])
      .select(sql<string>`s.document ->> 'payerName'`.as("payerName"))
      .where("s.organizationId", "in", within)
      .where("s.status", "<>", "void");
    if (status) select = select.where("s.status", "=", status);
    if (orderId) select = select.where("s.orderId", "=", orderId);
    return pageByKeyset(select, page, { columns: { createdAt: sql`s.created_at` }, id: sql`s.id` });
  },
);

export const partnerQuote = query(
  sales.partnerQuote,
  async ({ db, actor, now, authorize }, { signOffId }) => {
    const signOff = await signOffById(db, signOffId);
    authorize(maySignFor(actor, signOff.organizationId));
    return viewForPayer(db, signOff, now);
  },
);
