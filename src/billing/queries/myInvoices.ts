import { businessEntities } from "#crm";
import { type Actor, type Db, query, type VatTotal } from "#platform";
import { billing } from "../contract.ts";

/** The final invoices an actor pays: those of the organization behind a link, or of a partner's own tree. */
export const payableInvoices = (db: Db, actor: Actor) => {
  const select = db
    .selectFrom("invoices as i")
    .innerJoin("orders as o", "o.id", "i.orderId")
    .selectAll("i")
    .select("o.number as orderNumber")
    .where("i.status", "<>", "draft");
  if (actor.kind === "customer")
    return select.where("i.orderId", "=", actor.orderId).where("i.organizationId", "=", actor.organizationId);
  const within = actor.kind === "person" || actor.kind === "partner" ? [...actor.organizationIds] : [];
  return select.where((where) => where("i.organizationId", "=", where.fn.any(where.val(within))));
};

export const myInvoices = query(billing.myInvoices, async ({ db, actor }) => {
  const invoices = await payableInvoices(db, actor).orderBy("i.createdAt", "desc").limit(100).execute();
  const ids = invoices.map(({ id }) => id);
  const [entities, lines] = await Promise.all([
    businessEntities.all(db),
    ids.length > 0
      ? db.selectFrom("invoiceLines").selectAll().where("invoiceId", "in", ids).orderBy("position").execute()
      : [],
  ]);
  return {
    rows: invoices.map((invoice) => ({
      ...invoice,
      number: invoice.number!,
      invoicedOn: invoice.invoicedOn!,
      dueOn: invoice.dueOn!,
      vat: invoice.vat as unknown as VatTotal[],
      seller: entities.find(({ code }) => code === invoice.businessEntity)!.name,
      lines: lines.filter(({ invoiceId }) => invoiceId === invoice.id),
    })),
  };
});
