import { words } from "../../words/words.ts";

/** What the start page says. */
export const todayWords = words({
  nl: {
    title: "Vandaag",
    waits: "Dit wacht op iemand",
    allDone: "Alles is gedaan",
    allDoneText: "Hier komt alles wat het platform niet zelf kan oplossen: eerst wat het langst te laat is.",
    mine: "Alleen van mij",
    owner: "Behandelaar",
    kind: "Soort",
    more: "Meer tonen",
    all: "Alle {count, number}",
    numbers: "Onderweg",
    overdue: "Over de termijn",
    onHold: "On hold",
    waiting: "Wacht op iemand",
    automation: "Zonder hulp gezet",
    automationText:
      "{without, number} van {steps, number} stappen in de laatste 7 dagen gingen zonder collega.",
    noSteps: "In de laatste 7 dagen zijn er geen stappen gezet.",
    many: "999+",
    nobodyFound: "Niets met deze keuze",
    clear: "Toon alles",
  },
  en: {
    title: "Today",
    waits: "This waits for somebody",
    allDone: "Everything is done",
    allDoneText:
      "Here comes all that the platform cannot solve itself: what is late the longest comes first.",
    mine: "Only mine",
    owner: "Owner",
    kind: "Kind",
    more: "Show more",
    all: "All {count, number}",
    numbers: "Under way",
    overdue: "Past its clock",
    onHold: "On hold",
    waiting: "Waits for somebody",
    automation: "Done without help",
    automationText: "{without, number} of {steps, number} steps in the last 7 days went without a colleague.",
    noSteps: "No steps were made in the last 7 days.",
    many: "999+",
    nobodyFound: "Nothing with this choice",
    clear: "Show all",
  },
});
