import { type Db, notFound, statement } from "#platform";
import type { Order } from "../orderStore.ts";
import { pageColumns, rowColumns } from "./orderColumns.ts";

const siteColumns = [
  "s.id as siteId",
  "s.kind as siteKind",
  "s.street",
  "s.houseNumber",
  "s.addition",
  "s.postalCode",
  "s.city",
  "s.country",
  "s.verified",
  "s.confidence",
  "s.accessNotes",
  "s.latitude",
  "s.longitude",
] as const;

const contactColumns = [
  "c.name as contactName",
  "c.firstName",
  "c.initials",
  "c.infix",
  "c.lastName",
  "c.email",
  "c.phone",
  "c.language",
] as const;

const referenceColumns = [
  "r.partnerOrderId",
  "r.purchaseOrder",
  "r.customerAccount",
  "r.dealerGroup",
  "r.dealer",
  "r.salesAgent",
] as const;

const holdColumns = ["h.category", "h.details", "h.resumeOn", "h.openedAt"] as const;

const read = statement((db, orderId: string) =>
  db
    .selectFrom("orders as o")
    .innerJoin("contacts as c", "c.id", "o.contactId")
    .leftJoin("sites as s", "s.id", "o.siteId")
    .leftJoin("partnerReferences as r", "r.orderId", "o.id")
    .leftJoin("holds as h", (join) => join.onRef("h.orderId", "=", "o.id").on("h.resolvedAt", "is", null))
    .leftJoin("users as u", "u.id", "o.ownerId")
    .select(rowColumns)
    .select(pageColumns)
    .select(contactColumns)
    .select(siteColumns)
    .select(referenceColumns)
    .select(holdColumns)
    .select("u.name as ownerName")
    .where("o.id", "=", orderId),
);

type Head = Awaited<ReturnType<typeof read>>[number];

const siteOf = (row: Head) => {
  const { siteId: id, siteKind: kind, street, houseNumber, addition, postalCode, city, country } = row;
  const { verified, confidence, accessNotes, latitude, longitude } = row;
  if (id === null || kind === null || country === null || verified === null || confidence === null)
    return null;
  const address = { street, houseNumber, addition, postalCode, city, country };
  return { id, kind, ...address, verified, confidence, accessNotes, latitude, longitude };
};

const contactOf = ({ contactId: id, contactName: name, ...row }: Head) => {
  const { firstName, initials, infix, lastName, email, phone, language } = row;
  return { id, name, firstName, initials, infix, lastName, email, phone, language };
};

const referencesOf = ({ partnerOrderId, ...row }: Head) => {
  const { purchaseOrder, customerAccount, dealerGroup, dealer, salesAgent } = row;
  if (partnerOrderId === null) return null;
  return { partnerOrderId, purchaseOrder, customerAccount, dealerGroup, dealer, salesAgent };
};

const holdOf = ({ category, details, resumeOn, openedAt }: Head) =>
  category === null || details === null || openedAt === null
    ? null
    : { category, details, resumeOn, openedAt };

/** An order with all that it has one of: contact, site, partner's references, hold and owner; in one statement. */
export const orderHead = async (db: Db, orderId: string) => {
  const [row] = await read(db, orderId);
  if (!row) throw notFound();
  return {
    order: row as typeof row & Pick<Order, "status">,
    contact: contactOf(row),
    site: siteOf(row),
    references: referencesOf(row),
    hold: holdOf(row),
  };
};
