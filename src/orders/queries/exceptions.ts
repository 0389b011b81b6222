import { sql } from "kysely";
import { type Actor, type Db, pageByKeyset, query } from "#platform";
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

interface Chosen {
  kind?: string[] | undefined;
  businessEntity?: string | string[] | undefined;
  mine?: boolean | undefined;
}

const chosen = (db: Db, actor: Actor, { kind, businessEntity, mine }: Chosen) => {
  let select = exceptionRows(db);
  if (kind?.length) select = select.where("e.kind", "in", kind);
  if (businessEntity?.length) select = select.where("o.businessEntity", "in", [businessEntity].flat());
  if (mine && actor.kind === "person") select = select.where("u.id", "=", actor.userId);
  return select;
};

/** How many of a kind are shown before the others. */
const atFirst = 3;

/** Open exceptions by kind: the kind with the worst one first, in each the worst first. */
export const exceptionsByKind = query(contract.exceptionsByKind, async ({ db, actor, authorize }, given) => {
  authorize(maySeeOrders(actor));
  const placed = chosen(db, actor, given)
    .select(sql<number>`row_number() over (partition by e.kind order by e.due_at, e.id)`.as("place"))
    .select(sql<number>`count(*) over (partition by e.kind)`.as("count"));
  const rows = await db
    .selectFrom(placed.as("placed"))
    .selectAll()
    .where("place", "<=", atFirst)
    .orderBy("dueAt")
    .orderBy("id")
    .execute();
  const kinds = [...Map.groupBy(rows, ({ kind }) => kind)];
  return { kinds: kinds.map(([kind, first]) => ({ kind, count: first[0]?.count ?? 0, first })) };
});

export const exceptionsList = query(
  contract.exceptions,
  async ({ db, actor, authorize }, { kind, businessEntity, mine, ...page }) => {
    authorize(maySeeOrders(actor));
    const select = chosen(db, actor, { kind, businessEntity, mine });
    return pageByKeyset(select, page, { columns: { dueAt: sql`e.due_at` }, id: sql`e.id` });
  },
);
