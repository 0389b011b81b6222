import { sql } from "kysely";
import { daysAfter, instantAt, pageByKeyset, query } from "#platform";
import { orders as contract } from "../contract.ts";
import { maySeeOrders } from "../policy.ts";
import { rowColumns } from "./orderColumns.ts";

export const ordersList = query(
  contract.orders,
  async ({ db, actor, now, authorize }, { sort, cursor, limit, ...filters }) => {
    authorize(maySeeOrders(actor));
    const { status, businessEntity, kind, priority, billingState, organizationId, contactId, search } =
      filters;
    let select = db.selectFrom("orders as o").select(rowColumns);
    if (status?.length) select = select.where("o.status", "in", status);
    if (businessEntity?.length) select = select.where("o.businessEntity", "in", businessEntity);
    if (kind?.length) select = select.where("o.kind", "in", kind);
    if (priority?.length) select = select.where("o.priority", "in", priority);
    if (billingState?.length) select = select.where("o.billingState", "in", billingState);
    if (contactId) select = select.where("o.contactId", "=", contactId);
    if (organizationId)
      select = select.where(({ exists, selectFrom }) =>
        exists(
          selectFrom("orderParties as p")
            .select("p.orderId")
            .whereRef("p.orderId", "=", "o.id")
            .where("p.organizationId", "=", organizationId),
        ),
      );
    if (filters.overdue) select = select.where("o.statusDue", "<", now);
    if (filters.createdFrom)
      select = select.where("o.createdAt", ">=", instantAt(filters.createdFrom, "00:00"));
    if (filters.createdUntil)
      select = select.where("o.createdAt", "<", instantAt(daysAfter(filters.createdUntil, 1), "00:00"));
    if (search) select = select.where("o.search", "like", sql<string>`'%' || plain(${search}) || '%'`);
    return pageByKeyset(
      select,
      { sort, cursor, limit },
      {
        columns: {
          createdAt: sql`o.created_at`,
          updatedAt: sql`o.updated_at`,
          number: sql`o.number`,
          statusSince: sql`o.status_since`,
        },
        id: sql`o.id`,
      },
    );
  },
);
