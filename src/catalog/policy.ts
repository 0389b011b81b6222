import { type Actor, hasScope } from "#platform";

/** Prices and articles are kept by whoever keeps prices in sales. */
export const mayChangeCatalog = (actor: Actor): boolean => hasScope(actor, "sales.pricing");
