import { type Db, type MayReach, organizationsWithin } from "#platform";

/** A file belongs to an order: its link opens it for the customer, taking part in it for a partner. */
export const mayReachFile =
  (db: Db): MayReach =>
  async (actor, { orderId }) => {
    if (!orderId) return false;
    if (actor.kind === "customer") return actor.orderId === orderId;
    const within = organizationsWithin(actor);
    if (within === null) return true;
    if (within.length === 0) return false;
    const party = await db
      .selectFrom("orderParties")
      .select("orderId")
      .where("orderId", "=", orderId)
      .where("organizationId", "in", [...within])
      .executeTakeFirst();
    return party !== undefined;
  };
