import { type Actor, entitiesWithin, hasScope, isStaff } from "#platform";

/** All staff may look at the calendar. */
export const maySeePlanning = (actor: Actor): boolean => isStaff(actor) || actor.kind === "automation";

/** Planners move visits. */
export const mayPlan = (actor: Actor): boolean =>
  (isStaff(actor) || actor.kind === "automation") && hasScope(actor, "operations.planning");

/** An answer to a what-if names visits of all entities, so it is not for staff of some. */
export const seesAllEntities = (actor: Actor): boolean => entitiesWithin(actor) === null;

/** A customer deals with the visits of the order behind the link, and no others. */
export const isOwnVisit = (actor: Actor, visit: { orderId: string }): boolean =>
  actor.kind === "customer" && actor.orderId === visit.orderId;
