import { sql } from "kysely";
import { type Db, pageByKeyset, query } from "#platform";
import { orders as contract } from "../contract.ts";
import { maySeeOrders } from "../policy.ts";

/** Open exceptions with the order they are about. */
export const exceptionRows = (db: Db) =>
  db
    .selectFrom("exceptions as e")
    .leftJoin("orders as o", "o.id", "e.orderId")
    .leftJoin("users as u", (join) => join.on("u.id", "=", sql<string>`coalesce(e.owner_id, o.owner_id)`))
    .select(["e.id", "e.orderId", "e.kind", "e.key", "e.organizationId", "e.openedAt", "e.dueAt"])
    .select(["u.id as ownerId", "u.name as ownerName"])
    .select(["o.number as orderNumber", "o.businessEntity", "o.customerName"])
    .select((row) => row.ref("e.facts").$castTo<Record<string, unknown>>().as("facts"))
    .where("e.resolvedAt", "is", null);

export const exceptionsList = query(
  contract.exceptions,
  async ({ db, actor, authorize }, { kind, businessEntity, mine, ...page }) => {
    authorize(maySeeOrders(actor));
    let select = exceptionRows(db);
    if (kind?.length) select = select.where("e.kind", "in", kind);
    if (businessEntity?.length) select = select.where("o.businessEntity", "in", businessEntity);
    if (mine && actor.kind === "person") select = select.where("u.id", "=", actor.userId);
    return pageByKeyset(select, page, { columns: { dueAt: sql`e.due_at` }, id: sql`e.id` });
  },
);
