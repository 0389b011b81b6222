import type { Db, LinkHolder, PartnerKey, Person } from "#platform";
import { demoUsers } from "../users.ts";

/** One of the people who can sign in to the demo company, as an actor. */
export const demoPerson = (email: string, ids: ReadonlyMap<string, string>): Person => {
  const user = demoUsers.find((each) => each.email === email)!;
  return {
    kind: "person",
    userId: ids.get(email)!,
    name: user.name,
    role: user.role,
    scopes: user.scopes,
    organizationId: null,
    organizationIds: [],
    language: "nl",
  };
};

export const mechanicAs = ({ userId, name }: { userId: string; name: string }): Person => ({
  kind: "person",
  userId,
  name,
  role: "technician",
  scopes: ["technical.installations", "technical.photos", "technical.checklists"],
  organizationId: null,
  organizationIds: [],
  language: "nl",
});

/** A partner's machine. */
export const partnerAs = (organizationId: string, name: string): PartnerKey => ({
  kind: "partner",
  apiKeyId: organizationId,
  name,
  scopes: ["api.access"],
  organizationId,
  organizationIds: [organizationId],
});

/** The customer of an order, with the link from a mail in hand. */
export const customerOf = async (db: Db, orderId: string): Promise<LinkHolder> => {
  const order = await db
    .selectFrom("orders")
    .select(["contactId", "endCustomerId"])
    .where("id", "=", orderId)
    .executeTakeFirstOrThrow();
  return {
    kind: "customer",
    linkId: orderId,
    purpose: "order",
    orderId,
    contactId: order.contactId,
    organizationId: order.endCustomerId,
  };
};

/** Whoever signs for the partner on whose account an order is, with the link from a mail in hand; `null` when it pays nothing. */
export const signerOf = async (db: Db, orderId: string): Promise<LinkHolder | null> => {
  const signOff = await db
    .selectFrom("signOffs as s")
    .innerJoin("orders as o", (join) =>
      join.onRef("o.id", "=", "s.orderId").onRef("o.accountId", "=", "s.organizationId"),
    )
    .select(["s.contactId", "s.organizationId"])
    .where("s.orderId", "=", orderId)
    .where("s.status", "=", "pending")
    .executeTakeFirst();
  return signOff ? { kind: "customer", linkId: orderId, purpose: "quote", orderId, ...signOff } : null;
};
