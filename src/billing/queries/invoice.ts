import { type Actor, type Db, notFound, query, type VatTotal } from "#platform";
import { billing } from "../contract.ts";
import { type InvoiceStatus, invoiceStatus } from "../invoiceStatus.ts";
import { mayCredit, mayInvoice, maySeeInvoices } from "../policy.ts";
import { invoiceRows } from "./invoices.ts";

/** Which moves a person could make by hand now; paying follows from payments. */
const movesFor = (actor: Actor, status: string) => {
  const { send, credit } = invoiceStatus.movesOf({ status: status as InvoiceStatus });
  return {
    ...(send && mayInvoice(actor) ? { send } : {}),
    ...(credit && mayCredit(actor) ? { credit } : {}),
  };
};

/** One invoice as its page shows it. */
export const viewInvoice = async (db: Db, actor: Actor, invoiceId: string) => {
  const invoice = await invoiceRows(db)
    .innerJoin("contacts as c", "c.id", "i.contactId")
    .select([
      "c.name as contactName",
      "i.addressee",
      "i.purchaseOrder",
      "i.netCents",
      "i.vatCents",
      "i.creditOfId",
    ])
    .select((row) => ["i.sentAt", "i.paidAt", row.ref("i.vat").$castTo<VatTotal[]>().as("vat")])
    .where("i.id", "=", invoiceId)
    .executeTakeFirst();
  if (!invoice) throw notFound();
  const [lines, payments] = await Promise.all([
    db
      .selectFrom("invoiceLines")
      .selectAll()
      .where("invoiceId", "=", invoiceId)
      .orderBy("position")
      .execute(),
    db.selectFrom("payments").selectAll().where("invoiceId", "=", invoiceId).orderBy("createdAt").execute(),
  ]);
  const moves = invoice.kind === "credit" ? {} : movesFor(actor, invoice.status);
  return { ...invoice, lines, payments, moves };
};

export const invoicePage = query(billing.invoice, async ({ db, actor, authorize }, { invoiceId }) => {
  authorize(maySeeInvoices(actor));
  return viewInvoice(db, actor, invoiceId);
});
