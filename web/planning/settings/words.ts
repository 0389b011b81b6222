import { words } from "../../words/words.ts";

/** The settings of planning, in the words of the office. */
export const planningSettingWords = words({
  nl: {
    title: "Instellingen van planning",
    planning: "Planning",
    text: "Deze waarden gelden voor iedereen en meteen. Wie wat wijzigde, staat in het logboek.",
    name: {
      reserveMinutes: "Vrij voor spoed",
      holdMinutes: "Dagdeel vasthouden",
      changeUntilHours: "Klant wijzigt zelf tot",
      waitingOfferHours: "Aanbod op de wachtlijst",
      lunchFrom: "Lunch om",
      lunchMinutes: "Lunch",
    },
    unit: {
      reserveMinutes: "minuten",
      holdMinutes: "minuten",
      changeUntilHours: "uur vooraf",
      waitingOfferHours: "uur",
      lunchMinutes: "minuten",
    },
    does: {
      reserveMinutes:
        "De laatste {value} minuten van elke ploegdag zijn alleen voor spoed. Werk van vijf uur of meer mag ze wel gebruiken.",
      holdMinutes:
        "Wie een dagdeel kiest, heeft {value} minuten om te bevestigen. Zo lang krijgt niemand anders het.",
      changeUntilHours:
        "Tot {value} uur voor het bezoek verzet of annuleert de klant zelf. Daarna moet hij bellen.",
      waitingOfferHours: "Wie van de wachtlijst wordt uitgenodigd, heeft {value} uur om ja te zeggen.",
      lunchFrom: "Om {value} staan werk en rijden stil. Loopt werk door, dan eindigt het zoveel later.",
      lunchMinutes: "Elke ploeg die om die tijd werkt, heeft {value} minuten pauze. Met 0 is er geen.",
    },
    usual: "Standaard: {value}",
    reset: "Terug naar standaard",
    save: "Opslaan",
    saved: "Opgeslagen",
    preview: "Wat doet deze reserve?",
    previewNone: "Er wacht nu geen bezoek op een tijd, dus er valt niets te vergelijken.",
    previewText:
      "Bezoeken die het langst wachten: {visits}. Dagdelen om uit te kiezen: nu {now}, straks {after}. Zonder keus: nu {nowNone}, straks {afterNone}.",
  },
  en: {
    title: "Planning settings",
    planning: "Planning",
    text: "These values hold for everybody and at once. The audit log keeps who changed what.",
    name: {
      reserveMinutes: "Free for urgent work",
      holdMinutes: "Holding a half day",
      changeUntilHours: "Customers change until",
      waitingOfferHours: "Offer on the waiting list",
      lunchFrom: "Lunch at",
      lunchMinutes: "Lunch",
    },
    unit: {
      reserveMinutes: "minutes",
      holdMinutes: "minutes",
      changeUntilHours: "hours ahead",
      waitingOfferHours: "hours",
      lunchMinutes: "minutes",
    },
    does: {
      reserveMinutes:
        "The last {value} minutes of each crew's day are for urgent work only. Work of five hours or more may use them.",
      holdMinutes:
        "Who chooses a half day has {value} minutes to confirm. For that long nobody else gets it.",
      changeUntilHours:
        "Until {value} hours before the visit customers move or call it off themselves. After that they have to call.",
      waitingOfferHours: "Who is invited from the waiting list has {value} hours to say yes.",
      lunchFrom: "At {value} work and driving stand still. Work that is under way ends that much later.",
      lunchMinutes: "Every crew at work by then has a break of {value} minutes. 0 is none.",
    },
    usual: "Standard: {value}",
    reset: "Back to standard",
    save: "Save",
    saved: "Saved",
    preview: "What does this reserve do?",
    previewNone: "No visit waits for a time now, so there is nothing to compare.",
    previewText:
      "Visits that wait longest: {visits}. Half days to choose from: {now} now, {after} then. Without a choice: {nowNone} now, {afterNone} then.",
  },
});
