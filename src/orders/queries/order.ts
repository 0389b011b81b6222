import { type Actor, type Db, query, statement, together } from "#platform";
import { orders as contract, movesByHand } from "../contract.ts";
import { linesOf } from "../lineStore.ts";
import { orderStatus } from "../orderStatus.ts";
import { mayChangeOrders, maySeeOrders } from "../policy.ts";
import { exceptionRows } from "./exceptions.ts";
import { orderHead } from "./orderHead.ts";

const partiesOf = statement((db, orderId: string) =>
  db
    .selectFrom("orderParties as p")
    .innerJoin("organizations as o", "o.id", "p.organizationId")
    .leftJoin("contacts as c", "c.id", "p.contactId")
    .select(["p.role", "p.organizationId", "o.name as organizationName", "c.name as contactName", "p.label"])
    .where("p.orderId", "=", orderId)
    .orderBy("p.level"),
);
const exceptionsOf = statement((db, orderId: string) =>
  exceptionRows(db).where("e.orderId", "=", orderId).orderBy("e.dueAt"),
);

/** Moves a person could make by hand now, each with what it misses. */
const movesFor = (actor: Actor, order: { status: (typeof orderStatus.names)[number] }) => {
  const open = orderStatus.movesOf(order);
  const offered = [...movesByHand, "hold"] as const;
  const moves = Object.fromEntries(
    Object.entries(open).filter(([move]) => (offered as readonly string[]).includes(move)),
  );
  if (order.status === "on_hold") moves.resume = { can: true, missing: [] };
  if (mayChangeOrders(actor)) return moves;
  return Object.fromEntries(
    Object.keys(moves).map((move) => [move, { can: false, missing: ["scope:sales.orders"] }]),
  );
};

/** The whole order as its page shows it. */
export const viewOrder = async (db: Db, actor: Actor, orderId: string) => {
  const [head, parties, lines, exceptions] = await together(db, (one) => [
    orderHead(one, orderId),
    partiesOf(one, orderId),
    linesOf(one, orderId),
    exceptionsOf(one, orderId),
  ]);
  const { order, contact, site, references, hold } = head;
  return {
    ...order,
    contact,
    site,
    parties,
    references,
    lines,
    hold,
    exceptions,
    moves: movesFor(actor, order),
  };
};

export const orderById = query(contract.order, async ({ db, actor, authorize }, { orderId }) => {
  authorize(maySeeOrders(actor));
  return viewOrder(db, actor, orderId);
});
