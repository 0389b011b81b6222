import type { OrderStatus } from "#orders/contract";

/** Our statuses in words that a partner's machine reads, where it has no words of its own. */
export const partnerStatuses: Readonly<Record<OrderStatus, string>> = {
  new_lead: "RECEIVED",
  intake_sent: "RECEIVED",
  intake_completed: "RECEIVED",
  quote_draft: "RECEIVED",
  quote_ready: "RECEIVED",
  quote_sent: "QUOTED",
  customer_approved: "QUOTED",
  partner_approved: "QUOTED",
  both_approved: "CONFIRMED",
  planning: "CONFIRMED",
  scheduled: "SCHEDULED",
  in_progress: "IN_PROGRESS",
  completed: "DELIVERED",
  cancelled: "CANCELLED",
  on_hold: "ON_HOLD",
};
