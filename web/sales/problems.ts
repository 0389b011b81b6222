import { words } from "../words/words.ts";

/** Sentences for what can go wrong with questions, quotes and signatures. */
export const salesProblems = words({
  nl: {
    "sales/intake-incomplete": "Nog niet alle vragen zijn beantwoord.",
    "sales/intake-just-sent":
      "De vragen zijn zojuist al gemaild naar {to}. Wacht een minuut om ze nog eens te sturen.",
    "sales/intake-closed": "Deze vragen zijn al beantwoord. Wilt u iets veranderen? Bel ons.",
    "sales/order-over": "Deze order is afgerond of geannuleerd.",
    "sales/unknown-photo": "Een foto is niet goed aangekomen. Voeg hem opnieuw toe.",
    "sales/whole-bundles": "Een pakket gaat in hele aantallen.",
    "sales/lines-closed": "Deze offerte is al verstuurd. Herzie hem om regels te wijzigen.",
    "sales/unknown-payer": "Deze betaler hoort niet bij deze order.",
    "sales/no-quote": "Er is nog geen offerte om te tekenen.",
    "sales/quote-expired": "Deze offerte is niet meer geldig. Bel ons, dan maken wij een nieuwe.",
    "sales/quote-revised":
      "De offerte is veranderd sinds u hem opende. Er is niets getekend; bekijk eerst de nieuwe versie.",
    "sales/sign-off-closed": "Hier is al op geantwoord.",
    "sales/not-your-turn": "Een ander tekent eerst. U krijgt een mail zodra u aan de beurt bent.",
  },
  en: {
    "sales/intake-incomplete": "Not all questions have been answered yet.",
    "sales/intake-just-sent":
      "The questions were mailed to {to} a moment ago. Wait a minute to send them once more.",
    "sales/intake-closed": "These questions were answered already. Do you want to change something? Call us.",
    "sales/order-over": "This order was completed or cancelled.",
    "sales/unknown-photo": "A photo did not arrive well. Add it again.",
    "sales/whole-bundles": "A bundle goes in whole numbers.",
    "sales/lines-closed": "This quote was sent already. Revise it to change lines.",
    "sales/unknown-payer": "This payer does not belong to this order.",
    "sales/no-quote": "There is no quote to sign yet.",
    "sales/quote-expired": "This quote is no longer valid. Call us and we make a new one.",
    "sales/quote-revised":
      "The quote was changed since you opened it. Nothing was signed; look at the new version first.",
    "sales/sign-off-closed": "This was answered already.",
    "sales/not-your-turn": "Somebody else signs first. You get a mail as soon as it is your turn.",
  },
});
