import { words } from "../../words/words.ts";

export const boardWords = words({
  nl: {
    none: "Niets in deze fase",
    more: "Meer tonen",
    notBack:
      "Terug naar “{phase}” kan niet door te slepen. Open de order om hem op hold te zetten of te annuleren.",
    byIntake: "“{phase}” begint als de intake klaar is. Maak de offerte op de order.",
    bySignature:
      "“{phase}” begint als iedereen heeft getekend, of met ‘Plannen zonder offerte’ na de intake.",
    byVisit: "“{phase}” begint als er een bezoek is gepland. Kies een dag op de order of in de planning.",
    byMechanic: "“{phase}” begint als de monteur start.",
    byWork: "“{phase}” volgt als het werk klaar is.",
  },
  en: {
    none: "Nothing in this phase",
    more: "Show more",
    notBack: "Dragging back to “{phase}” is not possible. Open the order to pause or cancel it.",
    byIntake: "“{phase}” begins when the intake is done. Make the quote on the order.",
    bySignature:
      "“{phase}” begins when everybody has signed, or with ‘Plan without a quote’ after the intake.",
    byVisit: "“{phase}” begins when a visit is planned. Choose a day on the order or in the plan.",
    byMechanic: "“{phase}” begins when the mechanic starts.",
    byWork: "“{phase}” follows when the work is done.",
  },
});
