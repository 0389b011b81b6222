import { words } from "../../words/words.ts";

/** The names of the places in the menu. */
export const partnerWords = words({
  nl: {
    orders: "Orders",
    newOrder: "Nieuwe order",
    quotes: "Offertes",
    invoices: "Facturen",
    commissions: "Vergoedingen",
    tickets: "Vragen",
    settings: "Koppeling",
  },
  en: {
    orders: "Orders",
    newOrder: "New order",
    quotes: "Quotes",
    invoices: "Invoices",
    commissions: "Commissions",
    tickets: "Questions",
    settings: "Connection",
  },
});
