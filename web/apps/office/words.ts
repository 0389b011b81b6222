import { words } from "../../words/words.ts";

/** The names of the places in the rail. */
export const officeWords = words({
  nl: {
    today: "Vandaag",
    inbox: "Mail",
    orders: "Orders",
    planning: "Planning",
    customers: "Klanten",
    partners: "Partners",
    catalog: "Catalogus",
    invoices: "Facturen",
    insights: "Inzicht",
    settings: "Instellingen",
    goTo: "Ga naar",
  },
  en: {
    today: "Today",
    inbox: "Mail",
    orders: "Orders",
    planning: "Planning",
    customers: "Customers",
    partners: "Partners",
    catalog: "Catalog",
    invoices: "Invoices",
    insights: "Insights",
    settings: "Settings",
    goTo: "Go to",
  },
});
