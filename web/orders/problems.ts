import { words } from "../words/words.ts";

/** What can go wrong with orders, their mail and what partners send, in sentences. */
export const orderProblems = words({
  nl: {
    "orders/line-locked": "Over deze regel is al akkoord gegeven. Herzie de offerte om hem te wijzigen.",
    "orders/reason-needed": "Zeg erbij waarom.",
    "orders/unknown-payer": "Deze organisatie hoort niet bij de order.",
    "orders/file-is-evidence":
      "Wat een klant, partner of monteur aanleverde blijft bewaard. U kunt het wel alleen voor ons zichtbaar maken.",
    "partners/order-differs": "Deze order is er al, met andere gegevens. Er is niets veranderd.",
    "partners/no-channel": "Voor deze organisatie is nog geen koppeling ingericht.",
    "messaging/unknown-variable":
      "In de tekst staat een woord tussen accolades dat wij niet kunnen invullen.",
  },
  en: {
    "orders/line-locked": "This line was agreed on. Revise the quote to change it.",
    "orders/reason-needed": "Say why.",
    "orders/unknown-payer": "This organization is not a party to the order.",
    "orders/file-is-evidence":
      "What a customer, partner or mechanic brought is kept. You can show it to us only instead.",
    "partners/order-differs": "This order exists already with other data. Nothing was changed.",
    "partners/no-channel": "No order channel is set up for this organization yet.",
    "messaging/unknown-variable": "The text has a word in braces that we cannot fill in.",
  },
});
