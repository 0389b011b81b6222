import { type Actor, entitiesWithin, hasScope, isStaff } from "#platform";

/** All staff may look at the calendar. */
export const maySeePlanning = (actor: Actor): boolean => isStaff(actor) || actor.kind === "automation";

/** Crews work for every entity: who sees only some would take a day that is full for an empty one. */
const seesWholeDays = (actor: Actor): boolean => entitiesWithin(actor) === null;

/** Staff of all entities may look into drafts. */
export const maySeePlans = (actor: Actor): boolean => maySeePlanning(actor) && seesWholeDays(actor);

/** Planners move visits, and see those of all entities. */
export const mayPlan = (actor: Actor): boolean =>
  (isStaff(actor) || actor.kind === "automation") &&
  hasScope(actor, "operations.planning") &&
  seesWholeDays(actor);

/** An answer to a what-if names visits of all entities, so it is not for staff of some. */
export const seesAllEntities = (actor: Actor): boolean => entitiesWithin(actor) === null;

interface Customer {
  id: string;
  contactId: string;
  endCustomerId: string;
}

/**
 * The customer of the order behind the link: its contact, or the household or company the crew comes to. Whoever signs or pays a part of
 * it has a link to it as well, sees when the crew comes, and changes nothing.
 */
export const isCustomerOf = (actor: Actor, order: Customer): boolean => {
  if (actor.kind !== "customer" || actor.orderId !== order.id) return false;
  const { contactId, organizationId } = actor;
  return contactId === order.contactId || organizationId === order.endCustomerId;
};
