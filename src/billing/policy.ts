import { type Actor, hasScope, isStaff } from "#platform";

export const maySeeInvoices = (actor: Actor): boolean => isStaff(actor) || actor.kind === "automation";

/** Whoever checks finished orders and sends invoices: finance, and account managers for their orders. */
export const mayInvoice = (actor: Actor): boolean => hasScope(actor, "finance.invoices");

export const mayBookPayments = (actor: Actor): boolean => hasScope(actor, "finance.payments");

/** Taking an invoice back wants the scope for credit. */
export const mayCredit = (actor: Actor): boolean =>
  hasScope(actor, "finance.credit") || hasScope(actor, "finance.approve");
