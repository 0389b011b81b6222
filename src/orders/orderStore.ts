import type { Selectable, UpdateObject } from "kysely";
import { sql } from "kysely";
import {
  type Actor,
  actorId,
  actorKind,
  actorName,
  type Db,
  memoryOfTransaction,
  notFound,
  statement,
  type Tables,
  type Tx,
  together,
  type Work,
} from "#platform";
import { orderMoved } from "./events.ts";
import { type OrderMove, type OrderStatus, orderStatus } from "./orderStatus.ts";
import { reasonNeeded } from "./problems.ts";
import { dueAfter } from "./statusSettings.ts";

export type Order = Omit<Selectable<Tables["orders"]>, "status"> & { status: OrderStatus };
type OrderChanges = UpdateObject<Tables, "orders">;

const withId = statement((db, id: string) => db.selectFrom("orders").selectAll().where("id", "=", id));
const heldWithId = statement((db, id: string) =>
  db.selectFrom("orders").selectAll().where("id", "=", id).forUpdate(),
);

/** Orders that a transaction holds, as they are in it: nobody else changes them. */
const heldIn = memoryOfTransaction<Order>();

/** Reading and writing the order itself; what changes one goes through here. */
export const orders = {
  async byId(db: Db, id: string): Promise<Order> {
    const held = heldIn(db)?.get(id);
    if (held) return held;
    const [order] = await withId(db, id);
    if (!order) throw notFound();
    return order as Order;
  },

  /** The order, held for this transaction: nobody else moves it meanwhile. */
  async lock(tx: Db, id: string): Promise<Order> {
    const held = heldIn(tx)?.get(id);
    if (held) return held;
    const [order] = await heldWithId(tx, id);
    if (!order) throw notFound();
    heldIn(tx)?.set(id, order as Order);
    return order as Order;
  },

  /** Changes an order and gives it as it is now. */
  async change({ tx, now }: { tx: Db; now: string }, id: string, changes: OrderChanges): Promise<Order> {
    heldIn(tx)?.delete(id);
    const order = await tx
      .updateTable("orders")
      .set({ ...changes, updatedAt: now })
      .where("id", "=", id)
      .returningAll()
      .executeTakeFirst();
    if (!order) throw notFound();
    heldIn(tx)?.set(id, order as Order);
    return order as Order;
  },

  /** Writes anew the text by which an order is found: number, names, place, postal code with number, references. */
  async refreshSearch(tx: Tx, id: string): Promise<void> {
    heldIn(tx)?.delete(id);
    await sql`
      update orders o set
        place = s.city,
        search = plain(concat_ws(' ', o.number, o.customer_name, o.account_name, s.city, s.postal_code,
          s.postal_code || coalesce(s.house_number::text, ''), s.street || ' ' || s.house_number, c.email, r.partner_order_id))
      from orders me
        left join sites s on s.id = me.site_id
        left join contacts c on c.id = me.contact_id
        left join partner_references r on r.order_id = me.id
      where o.id = ${id} and me.id = o.id`.execute(tx);
  },
};

const addMove = statement(
  (
    db,
    orderId: string,
    move: string,
    fromStatus: string | null,
    toStatus: string,
    reason: string | null,
    actorKind: string,
    actorId: string | null,
    actorName: string | null,
    at: string,
  ) =>
    db
      .insertInto("orderMoves")
      .values({ orderId, move, fromStatus, toStatus, reason, actorKind, actorId, actorName, at }),
);

/** Keeps who made a step: the share of steps without staff is the company's main figure. */
export const recordMove = async (
  { tx, now, actor }: { tx: Db; now: string; actor: Actor },
  step: { orderId: string; move: string; from: OrderStatus | null; to: OrderStatus; reason?: string | null },
) => {
  const { orderId, move, from, to, reason = null } = step;
  const by = [actorKind(actor), actorId(actor), actorName(actor)] as const;
  await addMove(tx, orderId, move, from, to, reason, ...by, now);
};

/**
 * Moves an order to its next status, keeps who did it and why, starts the clock of the new status and tells everybody.
 * Throws `platform/illegal-move` when the step is not possible from where the order stands.
 */
export const moveOrder = async (
  work: Work,
  orderId: string,
  move: OrderMove,
  { reason = null, changes = {} }: { reason?: string | null; changes?: OrderChanges } = {},
): Promise<Order> => {
  const { now, actor } = work;
  const rule = orderStatus.moves[move] as { reason?: true; to: OrderStatus };
  const [order, statusDue] = await together(work.tx, (tx) => [
    orders.lock(tx, orderId),
    dueAfter(tx, rule.to, now),
  ]);
  const to = orderStatus.move(move, order);
  if (rule.reason && !reason) throw reasonNeeded({ move });
  await together(work.tx, (tx) => [
    orders.change({ tx, now }, orderId, { ...changes, status: to, statusSince: now, statusDue }),
    recordMove({ tx, now, actor }, { orderId, move, from: order.status, to, reason }),
    settleWaiting(tx, { orderId, to, now }),
  ]);
  work.note({
    recordType: "order",
    recordId: orderId,
    orderId,
    changes: { status: [order.status, to] },
    reason,
  });
  work.announce(orderMoved({ id: orderId, orderId, move, from: order.status, to, reason }));
  return { ...order, ...changes, status: to, statusSince: work.now } as Order;
};

/** The clock of the old status no longer matters once the order has moved; after a cancellation nothing waits any more. */
const settleWaiting = (db: Db, { orderId, to, now }: { orderId: string; to: OrderStatus; now: string }) =>
  to === "cancelled" ? settleAll(db, now, orderId) : settleClock(db, now, orderId);

const settled = (
  db: Db,
  { now, orderId, resolution }: { now: string; orderId: string; resolution: string },
) =>
  db
    .updateTable("exceptions")
    .set({ resolvedAt: now, resolution })
    .where("orderId", "=", orderId)
    .where("resolvedAt", "is", null);
const settleAll = statement((db, now: string, orderId: string) =>
  settled(db, { now, orderId, resolution: "cancelled" }),
);
const settleClock = statement((db, now: string, orderId: string) =>
  settled(db, { now, orderId, resolution: "moved" }).where("kind", "=", "status_overdue"),
);
