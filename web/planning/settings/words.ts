import { words } from "../../words/words.ts";

/** The settings of planning, in the words of the office. */
export const planningSettingWords = words({
  nl: {
    title: "Instellingen van planning",
    planning: "Planning",
    text: "Deze waarden gelden meteen voor iedereen, behalve waar een administratie een eigen waarde heeft. Wie wat wijzigde, staat in het logboek.",
    name: {
      reserveMinutes: "Vrij voor spoed",
      holdMinutes: "Dagdeel vasthouden",
      changeUntilHours: "Klant wijzigt zelf tot",
      waitingOfferHours: "Aanbod op de wachtlijst",
      lunchFrom: "Lunch om",
      lunchMinutes: "Lunch",
      offerDays: "Hoe ver vooruit klanten kiezen",
      priorityWeight: "Zonder plek blijven",
      overtimeWeight: "Overwerk",
      otherCrewWeight: "Andere ploeg dan de klant kent",
      movedWeight: "Een klant verzetten",
      evenWeight: "Werk gelijk verdelen",
    },
    group: {
      customers: "Afspraken met klanten",
      day: "Werkdag",
      weights: "Waar een plan op let",
    },
    about: {
      customers: "Wat klanten te kiezen krijgen en hoe lang dat staat.",
      day: "Geldt voor elke ploeg.",
      weights:
        "Alles wordt gewogen tegen rijden: wat meer minuten waard is, wordt eerder vermeden. Wie nu een plan open heeft, ziet het na de volgende wijziging.",
    },
    unit: {
      offerDays: "dagen",
      priorityWeight: "minuten rijden per punt",
      overtimeWeight: "minuten rijden per minuut",
      otherCrewWeight: "minuten rijden",
      movedWeight: "minuten rijden",
      evenWeight: "van 5",
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
      offerDays: "Vanaf morgen kiezen klanten uit {value} dagen.",
      priorityWeight:
        "Een bezoek zonder plek kost per punt prioriteit (1 tot 10) zoveel als {value} minuten rijden.",
      overtimeWeight: "Een minuut later thuis kost zoveel als {value} minuten rijden.",
      otherCrewWeight: "Een andere ploeg dan de klant kent, kost zoveel als {value} minuten rijden.",
      movedWeight:
        "Een andere dag voor wie zijn afspraak kent, kost zoveel als {value} minuten rijden; een ander dagdeel de helft.",
      evenWeight: "Met 0 telt alleen rijden; hoe hoger, hoe gelijker het werk over ploegen wordt verdeeld.",
    },
    between: "Kies een tijd van {from} tot en met {until}.",
    usual: "Standaard: {value}",
    whose: "Van wie",
    theGroup: "De groep",
    entityName:
      "{name}{count, plural, =0 { (als de groep)} one { (# eigen waarde)} other { (# eigen waarden)}}",
    entityText:
      "Wat {name} anders doet dan de groep. Wat hier niet eigen is, volgt de groep, ook als die later wijzigt. Lunch en wat een plan weegt gelden voor alle ploegen samen en staan bij de groep.",
    asGroup: "Als de groep: {value}",
    ownValue: "Eigen waarde; de groep heeft {value}.",
    resetToGroup: "Als de groep",
    meanwhile: "Iemand anders maakte hier intussen {value} van. Opslaan vervangt dat.",
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
    text: "These values hold at once and for everybody, unless an entity has a value of its own. The audit log keeps who changed what.",
    name: {
      reserveMinutes: "Free for urgent work",
      holdMinutes: "Holding a half day",
      changeUntilHours: "Customers change until",
      waitingOfferHours: "Offer on the waiting list",
      lunchFrom: "Lunch at",
      lunchMinutes: "Lunch",
      offerDays: "How far ahead customers choose",
      priorityWeight: "Staying without a place",
      overtimeWeight: "Overtime",
      otherCrewWeight: "Another crew than the customer knows",
      movedWeight: "Moving a customer",
      evenWeight: "Spreading work evenly",
    },
    group: {
      customers: "Appointments with customers",
      day: "Working day",
      weights: "What a plan minds",
    },
    about: {
      customers: "What customers can choose from and for how long it stands.",
      day: "For every crew.",
      weights:
        "Everything is weighed against driving: what is worth more minutes is avoided sooner. Whoever has a plan open sees it after the next change.",
    },
    unit: {
      offerDays: "days",
      priorityWeight: "minutes of driving a point",
      overtimeWeight: "minutes of driving a minute",
      otherCrewWeight: "minutes of driving",
      movedWeight: "minutes of driving",
      evenWeight: "of 5",
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
      offerDays: "From tomorrow on customers choose from {value} days.",
      priorityWeight:
        "A visit without a place costs as much as {value} minutes of driving for each point of priority (1 to 10).",
      overtimeWeight: "A minute later home costs as much as {value} minutes of driving.",
      otherCrewWeight: "Another crew than the customer knows costs as much as {value} minutes of driving.",
      movedWeight:
        "Another day for whoever knows the appointment costs as much as {value} minutes of driving; another part of the day half of that.",
      evenWeight: "With 0 only driving counts; the higher, the more evenly work is spread over crews.",
    },
    between: "Choose a time from {from} to {until}.",
    usual: "Standard: {value}",
    whose: "Whose",
    theGroup: "The group",
    entityName: "{name}{count, plural, =0 { (as the group)} one { (# own value)} other { (# own values)}}",
    entityText:
      "What {name} does otherwise than the group. What is not its own follows the group, also when that changes later. Lunch and what a plan weighs hold for all crews together and stand with the group.",
    asGroup: "As the group: {value}",
    ownValue: "Own value; the group has {value}.",
    resetToGroup: "As the group",
    meanwhile: "Somebody else made this {value} meanwhile. Saving replaces it.",
    reset: "Back to standard",
    save: "Save",
    saved: "Saved",
    preview: "What does this reserve do?",
    previewNone: "No visit waits for a time now, so there is nothing to compare.",
    previewText:
      "Visits that wait longest: {visits}. Half days to choose from: {now} now, {after} then. Without a choice: {nowNone} now, {afterNone} then.",
  },
});
