import { words } from "../../words/words.ts";

/** The names of the places in the bar. */
export const fieldWords = words({
  nl: {
    today: "Vandaag",
    week: "Week",
    stock: "Voorraad",
    hours: "Uren",
    navigation: "Menu",
    skip: "Naar de inhoud",
  },
  en: {
    today: "Today",
    week: "Week",
    stock: "Stock",
    hours: "Hours",
    navigation: "Menu",
    skip: "Skip to content",
  },
});
