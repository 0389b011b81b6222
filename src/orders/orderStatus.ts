import { statusMachine } from "#platform/contract";

/** Statuses in which an order can be paused and to which it returns. */
export const pausableStatuses = [
  "new_lead",
  "intake_sent",
  "intake_completed",
  "quote_draft",
  "quote_ready",
  "quote_sent",
  "customer_approved",
  "partner_approved",
  "both_approved",
  "planning",
  "scheduled",
  "in_progress",
] as const;
type Pausable = (typeof pausableStatuses)[number];

const resumes = Object.fromEntries(
  pausableStatuses.map((status) => [`resume:${status}`, { from: ["on_hold"], to: status }]),
) as Record<`resume:${Pausable}`, { from: ["on_hold"]; to: Pausable }>;

/**
 * An order's way through the house. `customer_approved` and `partner_approved` tell which side has signed while others
 * are open; `completed` means the work is done, money is followed in the billing state.
 */
export const orderStatus = statusMachine({
  statuses: {
    new_lead: { within: "PT24H" },
    intake_sent: { within: "P7D" },
    intake_completed: { within: "PT24H" },
    quote_draft: { within: "PT48H" },
    quote_ready: { within: "PT2H" },
    quote_sent: { within: "P7D" },
    customer_approved: { within: "PT24H" },
    partner_approved: { within: "PT24H" },
    both_approved: { within: "PT48H" },
    planning: { within: "PT72H" },
    scheduled: {},
    in_progress: {},
    completed: { final: true },
    cancelled: { final: true },
    on_hold: {},
  },
  start: "new_lead",
  moves: {
    sendIntake: { from: ["new_lead"], to: "intake_sent" },
    completeIntake: { from: ["new_lead", "intake_sent"], to: "intake_completed" },
    draftQuote: { from: ["intake_completed"], to: "quote_draft" },
    planWithoutQuote: { from: ["intake_completed"], to: "planning" },
    readyQuote: { from: ["quote_draft"], to: "quote_ready" },
    reviseQuote: {
      from: ["quote_ready", "quote_sent", "customer_approved", "partner_approved", "both_approved"],
      to: "quote_draft",
    },
    sendQuote: { from: ["quote_ready"], to: "quote_sent" },
    approveByCustomer: { from: ["quote_sent"], to: "customer_approved" },
    approveByPartner: { from: ["quote_sent"], to: "partner_approved" },
    approve: { from: ["quote_sent", "customer_approved", "partner_approved"], to: "both_approved" },
    startPlanning: { from: ["both_approved"], to: "planning" },
    shipGoods: { from: ["both_approved"], to: "in_progress" },
    schedule: { from: ["planning"], to: "scheduled" },
    reschedule: { from: ["scheduled"], to: "planning", reason: true },
    startWork: { from: ["scheduled"], to: "in_progress" },
    planFollowUp: { from: ["in_progress"], to: "planning", reason: true },
    complete: { from: ["in_progress"], to: "completed" },
    hold: { from: pausableStatuses, to: "on_hold", reason: true },
    ...resumes,
    cancel: { from: [...pausableStatuses, "on_hold"], to: "cancelled", reason: true },
  },
});

export type OrderStatus = (typeof orderStatus.names)[number];
export type OrderMove = keyof typeof orderStatus.moves;

/** Moves that staff make by hand on the order page; the others follow from what happens elsewhere. */
export const movesByHand = [
  "planWithoutQuote",
  "shipGoods",
  "complete",
  "cancel",
] as const satisfies OrderMove[];

/** What a customer sees of a status: one of these steps. */
export const customerStep: Record<
  OrderStatus,
  "received" | "questions" | "quote" | "planning" | "visit" | "work" | "done" | "cancelled" | "paused"
> = {
  new_lead: "received",
  intake_sent: "questions",
  intake_completed: "received",
  quote_draft: "received",
  quote_ready: "received",
  quote_sent: "quote",
  customer_approved: "quote",
  partner_approved: "quote",
  both_approved: "planning",
  planning: "planning",
  scheduled: "visit",
  in_progress: "work",
  completed: "done",
  cancelled: "cancelled",
  on_hold: "paused",
};

export const holdCategories = [
  "customer_delay",
  "supplier_delay",
  "technical_issue",
  "permits_pending",
  "weather_delay",
  "resource_unavailable",
  "payment_pending",
  "other",
] as const;

export const cancelReasons = [
  "customer_withdrew",
  "too_expensive",
  "not_possible_on_site",
  "chose_other_party",
  "duplicate",
  "no_answer",
  "partner_withdrew",
  "other",
] as const;
