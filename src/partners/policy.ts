import { type Actor, hasScope } from "#platform";

/** Machines with `api.access` and people of a partner who sell deliver orders. */
export const mayDeliverOrders = (actor: Actor): boolean =>
  hasScope(actor, "api.access") || hasScope(actor, "sales.orders");

/** Partners follow their own orders. */
export const mayFollowOrders = (actor: Actor): boolean =>
  hasScope(actor, "partner.portal") || hasScope(actor, "api.access");

/** The partner desk keeps channels, numbers and deliveries. */
export const mayKeepChannels = (actor: Actor): boolean =>
  hasScope(actor, "admin.integrations") || hasScope(actor, "sales.orders");

/** Where data of customers is sent to is for whoever keeps connections. */
export const mayConnect = (actor: Actor): boolean => hasScope(actor, "admin.integrations");
