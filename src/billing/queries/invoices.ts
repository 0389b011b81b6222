import { sql } from "kysely";
import { type Db, dayOf, pageByKeyset, query } from "#platform";
import { billing } from "../contract.ts";
import { maySeeInvoices } from "../policy.ts";

/** Invoices with the names people know them by. */
export const invoiceRows = (db: Db) =>
  db
    .selectFrom("invoices as i")
    .innerJoin("orders as o", "o.id", "i.orderId")
    .innerJoin("organizations as g", "g.id", "i.organizationId")
    .select([
      "i.id",
      "i.number",
      "i.kind",
      "i.status",
      "i.businessEntity",
      "i.orderId",
      "o.number as orderNumber",
    ])
    .select([
      "i.organizationId",
      "g.name as organizationName",
      "i.invoicedOn",
      "i.dueOn",
      "i.grossCents",
      "i.paidCents",
    ])
    .select(["i.reminderLevel", "i.createdAt"]);

export const invoicesList = query(
  billing.invoices,
  async ({ db, actor, now, authorize }, { search, ...filters }) => {
    authorize(maySeeInvoices(actor));
    const { status, businessEntity, organizationId, orderId, overdue, ...page } = filters;
    let select = invoiceRows(db);
    if (status?.length) select = select.where("i.status", "in", status);
    if (businessEntity?.length) select = select.where("i.businessEntity", "in", businessEntity);
    if (organizationId) select = select.where("i.organizationId", "=", organizationId);
    if (orderId) select = select.where("i.orderId", "=", orderId);
    if (overdue)
      select = select.where("i.dueOn", "<", dayOf(now)).where("i.status", "in", ["sent", "partial"]);
    if (search) select = select.where("i.search", "like", sql<string>`'%' || plain(${search}) || '%'`);
    return pageByKeyset(select, page, { columns: { createdAt: sql`i.created_at` }, id: sql`i.id` });
  },
);
