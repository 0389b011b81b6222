import { businessEntities, organizations } from "#crm";
import type { Order } from "#orders";
import type { Db } from "#platform";
import type { SigningOrder } from "./signingOrder.ts";

/** What was agreed with one organization itself; nothing that was not. */
export const agreementWith = async (db: Db, organizationId: string) => {
  const row = await db
    .selectFrom("payerAgreements")
    .select(["approvesBelowCents", "signingOrder", "byItselfUpToCents"])
    .where("organizationId", "=", organizationId)
    .executeTakeFirst();
  return {
    approvesBelowCents: row?.approvesBelowCents ?? null,
    signingOrder: (row?.signingOrder ?? null) as SigningOrder | null,
    byItselfUpToCents: row?.byItselfUpToCents ?? null,
  };
};

/** What counts for an organization: its own agreement, else that of the nearest one above it. */
export const agreementInForce = async (db: Db, organizationId: string) => {
  const tree = await organizations.above(db, organizationId);
  const rows = await db
    .selectFrom("payerAgreements")
    .selectAll()
    .where("organizationId", "in", tree)
    .execute();
  const nearest = rows.toSorted((a, b) => tree.indexOf(a.organizationId) - tree.indexOf(b.organizationId));
  const order = nearest.find(({ signingOrder }) => signingOrder !== null)?.signingOrder;
  const limit = nearest.find(({ byItselfUpToCents }) => byItselfUpToCents !== null)?.byItselfUpToCents;
  return { signingOrder: (order ?? "parallel") as SigningOrder, byItselfUpToCents: limit ?? null };
};

/** Up to which amount a quote for this order goes out by itself: as agreed with its account, else as its entity does. */
export const limitByItself = async (
  db: Db,
  { accountId, businessEntity }: Pick<Order, "accountId" | "businessEntity">,
): Promise<number> => {
  const agreed = await agreementInForce(db, accountId);
  if (agreed.byItselfUpToCents !== null) return agreed.byItselfUpToCents;
  return (await businessEntities.byCode(db, businessEntity)).quotesByItselfUpToCents;
};
