import { organizations } from "#crm";
import type { Line, Order } from "#orders";
import { type Db, dayOf } from "#platform";
import type { Payer } from "./quoteDocument.ts";

/** Somebody who pays lines of a quote, with who acts for it. */
export interface QuotePayer extends Payer {
  contactId: string | null;
  /** Nobody has to sign: our own organization pays, or the partner has agreed beforehand. */
  isAgreed: boolean;
}

const actingRoles = ["billing_contact", "partner_manager", "owner"];

/** Who signs for an organization: its billing contact, else its manager, else its owner. */
const contactOf = async (db: Db, organizationId: string, on: string): Promise<string | null> => {
  const members = await db
    .selectFrom("contactOrganizations")
    .select(["contactId", "role"])
    .where("organizationId", "=", organizationId)
    .where("fromOn", "<=", on)
    .where((where) => where.or([where("untilOn", "is", null), where("untilOn", ">=", on)]))
    .orderBy("fromOn")
    .execute();
  const best = members.toSorted(
    (a, b) => (actingRoles.indexOf(a.role) >>> 0) - (actingRoles.indexOf(b.role) >>> 0),
  )[0];
  return best?.contactId ?? null;
};

/** Whether what a payer has to pay was agreed on beforehand: by amount, or because it ordered these very lines itself. */
const isAgreed = async (
  db: Db,
  order: Order,
  payer: { organizationId: string; kind: string },
  { grossCents, origins }: { grossCents: number; origins: readonly string[] },
): Promise<boolean> => {
  if (payer.kind === "internal") return true;
  if (payer.kind !== "partner") return false;
  const agreement = await db
    .selectFrom("payerAgreements")
    .select("approvesBelowCents")
    .where("organizationId", "=", payer.organizationId)
    .executeTakeFirst();
  if (agreement?.approvesBelowCents != null) return grossCents < agreement.approvesBelowCents;
  const commissioned = await db
    .selectFrom("partnerReferences")
    .select("orderId")
    .where("orderId", "=", order.id)
    .where("organizationId", "=", payer.organizationId)
    .executeTakeFirst();
  return commissioned !== undefined && origins.every((origin) => origin === "partner");
};

/** The payer behind an organization on this quote. */
export const payerOf = async (
  db: Db,
  order: Order,
  organizationId: string,
  theirs: { grossCents: number; lines: readonly Pick<Line, "origin">[] },
  now: string,
): Promise<QuotePayer> => {
  const organization = await organizations.byId(db, organizationId);
  const isPartner = organization.kind === "partner";
  const isCustomer = organizationId === order.endCustomerId;
  return {
    organizationId,
    name: organization.name,
    side: isPartner ? "partner" : "customer",
    seesOthersPrices: isPartner && organization.seesCustomerPrices,
    contactId: isCustomer ? order.contactId : await contactOf(db, organizationId, dayOf(now)),
    isAgreed: await isAgreed(
      db,
      order,
      { organizationId, kind: organization.kind },
      { grossCents: theirs.grossCents, origins: theirs.lines.map(({ origin }) => origin) },
    ),
  };
};
