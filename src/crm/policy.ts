import { type Actor, hasScope, isStaff } from "#platform";

/** Staff may look at everybody they work for. */
export const maySeeCustomers = (actor: Actor): boolean => isStaff(actor) || actor.kind === "automation";

/** Sales and support keep the data of customers and partners. */
export const mayChangeCustomers = (actor: Actor): boolean =>
  hasScope(actor, "sales.customers") ||
  hasScope(actor, "sales.orders") ||
  hasScope(actor, "support.communication");

/** Entities are changed by whoever keeps the settings. */
export const mayChangeEntities = (actor: Actor): boolean => hasScope(actor, "admin.settings");
