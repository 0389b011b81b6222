import { type Actor, hasScope, isStaff } from "#platform";

/** Staff follow intakes and quotes. */
export const maySeeQuotes = (actor: Actor): boolean => isStaff(actor) || actor.kind === "automation";

/** Sales fills in for the customer on the telephone. */
export const mayFillIntake = (actor: Actor): boolean =>
  hasScope(actor, "sales.orders") || hasScope(actor, "sales.quotes");

/** Sales makes and sends quotes. */
export const mayQuote = (actor: Actor): boolean => hasScope(actor, "sales.quotes");

/** People of a partner sign for their own organization and those below it; its machines do not. */
export const maySignFor = (actor: Actor, organizationId: string): boolean =>
  actor.kind === "person" &&
  actor.role === "external" &&
  hasScope(actor, "partner.portal") &&
  actor.organizationIds.includes(organizationId);
