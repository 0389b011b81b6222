import { type Actor, type Db, organizationsWithin, type PartiesOf } from "#platform";

/** Which organizations take part in each of these orders, for the live stream. */
export const partiesOfOrders =
  (db: Db): PartiesOf =>
  async (orderIds) => {
    const parties = new Map<string, Set<string>>();
    if (orderIds.length === 0) return parties;
    const rows = await db
      .selectFrom("orderParties")
      .innerJoin("orders", "orders.id", "orderParties.orderId")
      .select(["orderId", "organizationId", "businessEntity"])
      .where("orderId", "in", [...orderIds])
      .execute();
    for (const { orderId, organizationId, businessEntity } of rows)
      parties.set(orderId, (parties.get(orderId) ?? new Set([businessEntity])).add(organizationId));
    return parties;
  };

/** Whether somebody from outside the house follows this order: by its link, or as one of its parties. */
export const followsOrder = async (db: Db, actor: Actor, orderId: string): Promise<boolean> => {
  if (actor.kind === "customer") return actor.orderId === orderId;
  const within = [...(organizationsWithin(actor) ?? [])];
  if (within.length === 0) return false;
  const party = await db
    .selectFrom("orderParties")
    .select("orderId")
    .where("orderId", "=", orderId)
    .where("organizationId", "in", within)
    .executeTakeFirst();
  return party !== undefined;
};
