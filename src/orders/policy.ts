import { type Actor, hasScope, isStaff } from "#platform";

/** All staff follow orders; everybody else through their own door. */
export const maySeeOrders = (actor: Actor): boolean => isStaff(actor) || actor.kind === "automation";

/** Sales and planning work on orders. */
export const mayChangeOrders = (actor: Actor): boolean =>
  hasScope(actor, "sales.orders") || hasScope(actor, "operations.planning");
