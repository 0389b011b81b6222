import type { Selectable } from "kysely";
import { addressLine, businessEntities, languageOf, type Organization, organizations } from "#crm";
import { type Order, orders } from "#orders";
import {
  type Db,
  dayOf,
  daysAfter,
  drawNumberWithoutGaps,
  json,
  notFound,
  type Tables,
  type Tx,
  type Work,
} from "#platform";
import { invoiceSent } from "./events.ts";
import { type InvoiceStatus, invoiceStatus } from "./invoiceStatus.ts";
import type { InvoiceDraft } from "./makeInvoice.ts";
import { orderNumberNeeded, payerWithoutContact } from "./problems.ts";
import { requireSeller } from "./seller.ts";

export type Invoice = Omit<Selectable<Tables["invoices"]>, "status"> & { status: InvoiceStatus };

/** Who receives a payer's invoices: the person marked for it, or else the first we know. */
const invoiceContact = async (tx: Tx, order: Order, payer: Organization): Promise<string> => {
  if (payer.id === order.endCustomerId) return order.contactId;
  const member = await tx
    .selectFrom("contactOrganizations")
    .select("contactId")
    .where("organizationId", "=", payer.id)
    .where("untilOn", "is", null)
    .orderBy((sort) => sort.case().when("role", "=", "billing_contact").then(0).else(1).end())
    .limit(1)
    .executeTakeFirst();
  if (!member) throw payerWithoutContact({ organizationId: payer.id, name: payer.name });
  return member.contactId;
};

/** Name and address as they must stand on the invoice: the billing address, or else the site for the customer itself. */
const addresseeOf = async (tx: Tx, order: Order, payer: Organization): Promise<string[]> => {
  const billing = await tx
    .selectFrom("sites")
    .selectAll()
    .where("organizationId", "=", payer.id)
    .orderBy((sort) => sort.case().when("kind", "=", "billing").then(0).else(1).end())
    .orderBy("createdAt", "desc")
    .limit(1)
    .executeTakeFirst();
  const name = payer.legalName ?? payer.name;
  const place = billing ? addressLine(billing).split(", ") : [];
  return [
    name,
    ...place,
    ...(payer.vatNumber && payer.id !== order.endCustomerId ? [`Btw ${payer.vatNumber}`] : []),
  ];
};

/** Keeps a draft for one payer of an order; the same payer has one invoice at a time. */
export const addDraft = async (work: Work, order: Order, draft: InvoiceDraft): Promise<Invoice> => {
  const { tx, now } = work;
  const payer = await organizations.byId(tx, draft.organizationId);
  const contactId = await invoiceContact(tx, order, payer);
  const language = await languageOf(tx, contactId);
  const reference = await tx
    .selectFrom("partnerReferences")
    .select("purchaseOrder")
    .where("orderId", "=", order.id)
    .executeTakeFirst();
  const purchaseOrder = payer.id === order.accountId ? (reference?.purchaseOrder ?? null) : null;
  if (payer.purchaseOrderRequired && !purchaseOrder) throw orderNumberNeeded({ name: payer.name });
  const { netCents, vatCents, grossCents, vat, lines } = draft;
  const invoice = await tx
    .insertInto("invoices")
    .values({
      businessEntity: order.businessEntity,
      orderId: order.id,
      organizationId: payer.id,
      contactId,
      language,
      purchaseOrder,
      addressee: await addresseeOf(tx, order, payer),
      netCents,
      vatCents,
      grossCents,
      vat: json(vat),
      createdAt: now,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  await addLines(
    tx,
    invoice.id,
    lines.map(({ id, ...line }) => ({ ...line, orderLineId: id })),
  );
  return invoice as Invoice;
};

interface LineToKeep {
  orderLineId: string | null;
  description: string;
  quantity: number;
  unitPriceCents: number | null;
  discount: number;
  vatRate: number;
  totalCents: number;
}

export const addLines = (tx: Tx, invoiceId: string, lines: readonly LineToKeep[]) =>
  tx
    .insertInto("invoiceLines")
    .values(
      lines.map(
        (
          { orderLineId, description, quantity, unitPriceCents, discount, vatRate, totalCents },
          position,
        ) => ({
          invoiceId,
          orderLineId,
          position,
          description,
          quantity,
          unitPriceCents: unitPriceCents ?? 0,
          discount,
          vatRate,
          totalCents,
        }),
      ),
    )
    .execute();

export const invoiceById = async (db: Db, id: string): Promise<Invoice> => {
  const invoice = await db.selectFrom("invoices").selectAll().where("id", "=", id).executeTakeFirst();
  if (!invoice) throw notFound();
  return invoice as Invoice;
};

/** The invoice, held for this transaction. */
export const lockInvoice = async (tx: Tx, id: string): Promise<Invoice> => {
  const invoice = await tx
    .selectFrom("invoices")
    .selectAll()
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst();
  if (!invoice) throw notFound();
  return invoice as Invoice;
};

/**
 * Makes a draft final: draws the next number of the entity's year in this very transaction, so that the series has no
 * gaps (Wet OB 1968 art. 35a lid 1 sub b), dates it, and announces it; the mail with its document follows.
 */
export const finalize = async (work: Work, invoice: Invoice): Promise<Invoice> => {
  const { tx, now } = work;
  const status = invoiceStatus.move("send", invoice);
  const entity = await businessEntities.byCode(tx, invoice.businessEntity);
  requireSeller(entity, invoice.orderId);
  const payer = await organizations.byId(tx, invoice.organizationId);
  const order = await orders.byId(tx, invoice.orderId);
  const invoicedOn = dayOf(now, entity.timeZone);
  const year = Number(invoicedOn.slice(0, 4));
  const number = await drawNumberWithoutGaps(
    work,
    { entity: entity.prefix, kind: "invoice", year },
    "{entity}-INV-{year}-{number}",
  );
  const dueOn = daysAfter(invoicedOn, payer.paymentDays ?? entity.paymentDays);
  const search = `${number} ${order.number} ${payer.name}`.toLowerCase();
  await tx
    .updateTable("invoices")
    .set({ status, number, invoicedOn, dueOn, sentAt: now, search })
    .where("id", "=", invoice.id)
    .execute();
  const { id, orderId, organizationId, grossCents } = invoice;
  work.note({ recordType: "invoice", recordId: id, orderId, changes: { number, grossCents } });
  work.announce(invoiceSent({ id, orderId, organizationId, number, grossCents }));
  return { ...invoice, status, number, invoicedOn, dueOn };
};
