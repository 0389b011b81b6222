import { customerStep, type OrderStatus } from "./orderStatus.ts";

interface InBoth {
  nl: string;
  en: string;
}

/** What the house calls each status, unless the office tuned it. */
export const statusLabels: Record<OrderStatus, InBoth> = {
  new_lead: { nl: "Nieuwe lead", en: "New lead" },
  intake_sent: { nl: "Intake verstuurd", en: "Intake sent" },
  intake_completed: { nl: "Intake afgerond", en: "Intake done" },
  quote_draft: { nl: "Offerte concept", en: "Quote draft" },
  quote_ready: { nl: "Offerte klaar", en: "Quote ready" },
  quote_sent: { nl: "Offerte verzonden", en: "Quote sent" },
  customer_approved: { nl: "Klant akkoord", en: "Customer agreed" },
  partner_approved: { nl: "Partner akkoord", en: "Partner agreed" },
  both_approved: { nl: "Volledig akkoord", en: "All agreed" },
  planning: { nl: "In planning", en: "To plan" },
  scheduled: { nl: "Ingepland", en: "Scheduled" },
  in_progress: { nl: "In uitvoering", en: "In progress" },
  completed: { nl: "Afgerond", en: "Completed" },
  cancelled: { nl: "Geannuleerd", en: "Cancelled" },
  on_hold: { nl: "On hold", en: "On hold" },
};

/** What a customer reads for each step, unless the office tuned the status behind it. */
export const stepLabels: Record<(typeof customerStep)[OrderStatus] | "quoteSigned", InBoth> = {
  received: { nl: "Wij zijn met uw aanvraag bezig", en: "We are working on your request" },
  questions: { nl: "Wij hebben een paar vragen voor u", en: "We have a few questions for you" },
  quote: { nl: "Uw offerte staat klaar", en: "Your quote is ready" },
  quoteSigned: { nl: "U hebt getekend", en: "You have signed" },
  planning: { nl: "Alles is akkoord", en: "Everything is agreed" },
  visit: { nl: "Uw afspraak staat", en: "Your appointment is set" },
  work: { nl: "Wij zijn bij u aan het werk", en: "We are working at your place" },
  done: { nl: "Uw laadpaal is klaar", en: "Your charger is ready" },
  cancelled: { nl: "Deze order is geannuleerd", en: "This order was cancelled" },
  paused: { nl: "Uw order ligt even stil", en: "Your order is paused" },
};

/** What a customer reads for a status, unless the office tuned it. */
export const customerLabel = (status: OrderStatus): InBoth =>
  stepLabels[status === "customer_approved" ? "quoteSigned" : customerStep[status]];

/** The labels of a set in one language, for a words file. */
export const inLanguage = <K extends string>(labels: Record<K, InBoth>, language: keyof InBoth) =>
  Object.fromEntries(Object.entries<InBoth>(labels).map(([key, label]) => [key, label[language]])) as Record<
    K,
    string
  >;
