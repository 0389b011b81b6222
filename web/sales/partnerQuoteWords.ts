import { words } from "../words/words.ts";

/** Quotes as a partner finds them in its portal. */
export const partnerQuoteWords = words({
  nl: {
    title: "Offertes",
    number: "Offerte",
    order: "Order",
    customer: "Klant",
    state: "Status",
    amount: "Uw deel incl. btw",
    sent: "Verstuurd",
    none: "Nog geen offertes",
    noneText: "Hier staan de offertes waarvan u een deel betaalt. Wat u zelf bestelde is al akkoord.",
    status: {
      waiting: "Klant tekent eerst",
      pending: "Wacht op u",
      signed: "Getekend",
      rejected: "Afgewezen",
      void: "Vervallen",
    },
  },
  en: {
    title: "Quotes",
    number: "Quote",
    order: "Order",
    customer: "Customer",
    state: "Status",
    amount: "Your part incl. VAT",
    sent: "Sent",
    none: "No quotes yet",
    noneText: "Here are the quotes of which you pay a part. What you ordered yourself is agreed already.",
    status: {
      waiting: "Customer signs first",
      pending: "Waits for you",
      signed: "Signed",
      rejected: "Declined",
      void: "Void",
    },
  },
});
