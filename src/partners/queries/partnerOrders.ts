import { sql } from "kysely";
import { addressLine, organizations, siteOf } from "#crm";
import { linesOf, orders } from "#orders";
import { type Actor, type Db, notFound, organizationsWithin, pageByKeyset, query } from "#platform";
import { type Channel, channelOf, partnerStatus } from "../channels.ts";
import { partners } from "../contract.ts";
import { mayFollowOrders } from "../policy.ts";

/** Orders to which one of the actor's organizations is a party; row-level security holds to the same. */
const ordersWithin = (db: Db, actor: Actor) => {
  const within = [...(organizationsWithin(actor) ?? [])];
  return db
    .selectFrom("orders as o")
    .leftJoin("partnerReferences as r", "r.orderId", "o.id")
    .select(["o.id", "o.number", "r.partnerOrderId", "o.kind", "o.status", "o.customerName", "o.accountName"])
    .select(["o.place", "o.plannedOn", "o.createdAt", "o.updatedAt"])
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom("orderParties as p")
          .select("p.orderId")
          .whereRef("p.orderId", "=", "o.id")
          .where(
            "p.organizationId",
            "in",
            within.length > 0 ? within : ["00000000-0000-0000-0000-000000000000"],
          ),
      ),
    );
};

const channelFor = (db: Db, actor: Actor) =>
  actor.kind === "partner" || actor.kind === "person"
    ? channelOf(db, actor.organizationId)
    : Promise.resolve(undefined);

const inTheirWords = <T extends { status: string }>(row: T, channel: Channel | undefined) => ({
  ...row,
  statusForPartner: partnerStatus(channel, row.status),
});

export const partnerOrders = query(
  partners.orders,
  async ({ db, actor, authorize }, { status, search, ...page }) => {
    authorize(mayFollowOrders(actor));
    let select = ordersWithin(db, actor);
    if (status?.length) select = select.where("o.status", "in", status);
    if (search) select = select.where("o.search", "like", sql<string>`'%' || plain(${search}) || '%'`);
    const found = await pageByKeyset(select, page, {
      columns: { createdAt: sql`o.created_at`, updatedAt: sql`o.updated_at` },
      id: sql`o.id`,
    });
    const channel = await channelFor(db, actor);
    return { ...found, rows: found.rows.map((row) => inTheirWords(row, channel)) };
  },
);

export const partnerOrderByReference = query(
  partners.orderByReference,
  async ({ db, actor, authorize }, { partnerOrderId }) => {
    authorize(mayFollowOrders(actor));
    const row = await ordersWithin(db, actor)
      .where("r.partnerOrderId", "=", partnerOrderId)
      .executeTakeFirst();
    if (!row) throw notFound();
    return inTheirWords(row, await channelFor(db, actor));
  },
);

export const partnerOrder = query(partners.order, async ({ db, actor, authorize }, { orderId }) => {
  authorize(mayFollowOrders(actor));
  const row = await ordersWithin(db, actor).where("o.id", "=", orderId).executeTakeFirst();
  if (!row) throw notFound();
  const order = await orders.byId(db, orderId);
  const within = new Set(organizationsWithin(actor));
  const [lines, site, account, steps, channel] = await Promise.all([
    linesOf(db, orderId),
    siteOf(db, order),
    organizations.byId(db, order.accountId),
    db
      .selectFrom("orderMoves")
      .select(["toStatus as status", "at", "reason"])
      .where("orderId", "=", orderId)
      .orderBy("at")
      .execute(),
    channelFor(db, actor),
  ]);
  const seesAll = account.seesCustomerPrices;
  const shown = lines.map(({ articleNumber: _number, ...line }) => {
    const mine = within.has(line.billedToId);
    const hidden =
      mine || seesAll ? {} : { listPriceCents: null, unitPriceCents: null, totalCents: 0, discount: 0 };
    return { ...line, ...hidden, mine };
  });
  const sum = (mine: boolean) =>
    lines
      .filter((line) => within.has(line.billedToId) === mine)
      .reduce((total, line) => total + line.totalCents, 0);
  return {
    ...inTheirWords(row, channel),
    notes: order.notes,
    address: site ? addressLine(site) : null,
    lines: shown,
    steps,
    totals: { mineCents: sum(true), othersCents: seesAll ? sum(false) : null },
  };
});
