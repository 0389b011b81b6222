import type { Db, PartiesOf } from "#platform";

/** Which organizations take part in each of these orders, for the live stream. */
export const partiesOfOrders =
  (db: Db): PartiesOf =>
  async (orderIds) => {
    const parties = new Map<string, Set<string>>();
    if (orderIds.length === 0) return parties;
    const rows = await db
      .selectFrom("orderParties")
      .select(["orderId", "organizationId"])
      .where("orderId", "in", [...orderIds])
      .execute();
    for (const { orderId, organizationId } of rows)
      parties.set(orderId, (parties.get(orderId) ?? new Set()).add(organizationId));
    return parties;
  };
