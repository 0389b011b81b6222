import { sql } from "kysely";
import { type Db, daysAfter, type Given, instantAt, keptPages, query } from "#platform";
import { orders as contract } from "../contract.ts";
import { maySeeOrders } from "../policy.ts";
import { rowColumns } from "./orderColumns.ts";

interface Filters extends Given {
  status?: string[] | undefined;
  businessEntity?: string[] | undefined;
  kind?: string[] | undefined;
  priority?: string[] | undefined;
  billingState?: string[] | undefined;
  organizationId?: string | undefined;
  contactId?: string | undefined;
  /** The clock of their status stopped before this moment. */
  dueBefore?: string | undefined;
  createdFrom?: string | undefined;
  createdBefore?: string | undefined;
  search?: string | undefined;
}

const among = ["status", "businessEntity", "kind", "priority", "billingState"] as const;

const chosen = (db: Db, filters: Filters) => {
  let select = db.selectFrom("orders as o").select(rowColumns);
  for (const name of among) {
    const words = filters[name];
    if (words) select = select.where(`o.${name}`, "in", words);
  }
  const { organizationId, contactId, dueBefore, createdFrom, createdBefore, search } = filters;
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
  if (dueBefore) select = select.where("o.statusDue", "<", dueBefore);
  if (createdFrom) select = select.where("o.createdAt", ">=", createdFrom);
  if (createdBefore) select = select.where("o.createdAt", "<", createdBefore);
  if (search) select = select.where("o.search", "like", sql<string>`'%' || plain(${search}) || '%'`);
  return select;
};

const columns = {
  createdAt: sql`o.created_at`,
  updatedAt: sql`o.updated_at`,
  number: sql`o.number`,
  statusSince: sql`o.status_since`,
};

const pages = keptPages(chosen, { columns, id: sql`o.id` }, ({ search }) => search !== undefined);

export const ordersList = query(
  contract.orders,
  async (
    { db, actor, now, authorize },
    { sort, cursor, limit, total, overdue, createdUntil, ...filters },
  ) => {
    authorize(maySeeOrders(actor));
    const { createdFrom } = filters;
    return pages(
      db,
      { sort, cursor, limit, total },
      {
        ...filters,
        dueBefore: overdue ? now : undefined,
        createdFrom: createdFrom && instantAt(createdFrom, "00:00"),
        createdBefore: createdUntil && instantAt(daysAfter(createdUntil, 1), "00:00"),
      },
    );
  },
);
