import { type Actor, hasScope, isStaff } from "#platform";

/** All staff read what was sent to people they work for. */
export const mayReadMessages = (actor: Actor): boolean => isStaff(actor);

/** Support and sales send again. */
export const maySendMessages = (actor: Actor): boolean =>
  hasScope(actor, "support.communication") || hasScope(actor, "sales.orders");

/** Texts are a setting. */
export const mayChangeTexts = (actor: Actor): boolean => hasScope(actor, "admin.settings");
