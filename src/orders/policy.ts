import { type Actor, hasScope, isStaff } from "#platform";

/** All staff follow orders; everybody else through their own door. */
export const maySeeOrders = (actor: Actor): boolean => isStaff(actor) || actor.kind === "automation";

/** Sales and planning work on orders. */
export const mayChangeOrders = (actor: Actor): boolean =>
  hasScope(actor, "sales.orders") || hasScope(actor, "operations.planning");

/** Words, colours and clocks of statuses are for whoever keeps the settings. */
export const mayTuneStatuses = (actor: Actor): boolean => hasScope(actor, "admin.settings");
