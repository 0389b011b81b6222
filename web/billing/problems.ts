import { words } from "../words/words.ts";

/** Sentences for what can go wrong with invoices and payments. */
export const billingProblems = words({
  nl: {
    "billing/not-finished": "Alleen een afgeronde order kan gefactureerd worden.",
    "billing/nothing-to-invoice": "Er staat niets op deze order dat iemand betaalt.",
    "billing/something-to-invoice":
      "Er staat iets op deze order dat iemand betaalt. Factureer het; sluiten zonder factuur kan dan niet.",
    "billing/not-closed-unbilled": "Deze order is niet zonder factuur gesloten, of al weer open.",
    "billing/line-without-price": "Een regel heeft nog geen prijs. Vul die eerst in bij de offerte.",
    "billing/payer-without-contact":
      "Deze betaler heeft geen contactpersoon om een factuur naartoe te sturen. Voeg er een toe.",
    "billing/too-much": "Dit is meer dan er nog open staat.",
    "billing/nothing-open": "Er staat niets meer open.",
    "billing/seller-incomplete":
      "De factuur kan nog niet weg: bij {name} ontbreken gegevens die erop moeten staan. Vul ze in bij Instellingen, Administraties.",
    "billing/payment-provider-away":
      "De betaalpagina is nu niet bereikbaar. Er is niets betaald; probeer het zo opnieuw of maak het bedrag over.",
    "billing/purchase-order-needed":
      "Deze betaler wil zijn eigen ordernummer op de factuur. Vul dat eerst in.",
  },
  en: {
    "billing/not-finished": "Only a finished order can be invoiced.",
    "billing/nothing-to-invoice": "There is nothing on this order that somebody pays.",
    "billing/something-to-invoice":
      "There is something on this order that somebody pays. Invoice it; it cannot be closed without an invoice.",
    "billing/not-closed-unbilled": "This order was not closed without an invoice, or is open again already.",
    "billing/line-without-price": "A line has no price yet. Fill it in on the quote first.",
    "billing/payer-without-contact": "This payer has nobody to send an invoice to. Add a contact first.",
    "billing/too-much": "This is more than is open.",
    "billing/nothing-open": "There is nothing left to pay.",
    "billing/seller-incomplete":
      "The invoice cannot go yet: {name} lacks facts that must stand on it. Fill them in under Settings, Entities.",
    "billing/payment-provider-away":
      "The payment page cannot be reached now. Nothing was paid; try again in a moment or pay by bank transfer.",
    "billing/purchase-order-needed":
      "This payer wants its own order number on the invoice. Fill it in first.",
  },
});
