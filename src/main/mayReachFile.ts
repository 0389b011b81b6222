import { type Db, entitiesWithin, type MayReach, organizationsWithin } from "#platform";

const isOfEntities = async (db: Db, orderId: string, entities: readonly string[] | null) => {
  if (entities === null) return true;
  const { businessEntity } = await db
    .selectFrom("orders")
    .select("businessEntity")
    .where("id", "=", orderId)
    .executeTakeFirstOrThrow();
  return entities.includes(businessEntity);
};

/** A file belongs to an order: its link opens it for the customer, taking part in it for a partner, its entity for staff. */
export const mayReachFile =
  (db: Db): MayReach =>
  async (actor, { orderId }) => {
    if (!orderId) return false;
    if (actor.kind === "customer") return actor.orderId === orderId;
    const within = organizationsWithin(actor);
    if (within === null) return isOfEntities(db, orderId, entitiesWithin(actor));
    if (within.length === 0) return false;
    const party = await db
      .selectFrom("orderParties")
      .select("orderId")
      .where("orderId", "=", orderId)
      .where("organizationId", "in", [...within])
      .executeTakeFirst();
    return party !== undefined;
  };
