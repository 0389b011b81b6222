import { IconClipboardCheck, IconShieldCheck, IconTool, IconX } from "@tabler/icons-react";
import type { EventWords } from "../orders/timelineWords.ts";
import type { Language } from "../words/language.ts";
import { plainText } from "../words/plainText.ts";
import { lookUp, words } from "../words/words.ts";

/** How events and statuses of work on site are called. */
export const fieldEventWords = words({
  nl: {
    events: {
      "field/work-order-moved": "Werkbon {number}: {statusName}",
      "field/lmra-given": "Veiligheid nagelopen: {outcomeName}",
      "field/work-called-off": "Klus afgeblazen op locatie",
      "field/work-completed": "Opgeleverd, getekend door {signedName}",
    },
    status: {
      created: "gemaakt",
      arrived_on_site: "aangekomen",
      lmra_in_progress: "veiligheid wordt nagelopen",
      lmra_approved: "veilig om te beginnen",
      lmra_failed: "niet veilig",
      materials_checking: "materiaal wordt nagekeken",
      materials_verified: "materiaal compleet",
      materials_missing: "materiaal ontbreekt",
      materials_added: "materiaal aangevuld",
      work_in_progress: "werk begonnen",
      work_completed: "werk klaar",
      customer_review: "klant kijkt mee",
      customer_signed: "klant heeft getekend",
      completed: "afgerond",
      cancelled: "geannuleerd",
    },
    outcome: {
      no_risks: "geen risico's",
      risks_noted: "risico's genoteerd en beheerst",
      called_off: "klus gaat niet door",
    },
  },
  en: {
    events: {
      "field/work-order-moved": "Work order {number}: {statusName}",
      "field/lmra-given": "Safety looked at: {outcomeName}",
      "field/work-called-off": "Job called off on site",
      "field/work-completed": "Handed over, signed by {signedName}",
    },
    status: {
      created: "made",
      arrived_on_site: "arrived",
      lmra_in_progress: "looking at safety",
      lmra_approved: "safe to begin",
      lmra_failed: "not safe",
      materials_checking: "checking materials",
      materials_verified: "materials complete",
      materials_missing: "materials missing",
      materials_added: "materials added",
      work_in_progress: "work begun",
      work_completed: "work done",
      customer_review: "customer is looking",
      customer_signed: "customer has signed",
      completed: "completed",
      cancelled: "cancelled",
    },
    outcome: {
      no_risks: "no risks",
      risks_noted: "risks noted and under control",
      called_off: "job does not go on",
    },
  },
});

const named = (group: string, code: unknown, language: Language) =>
  lookUp(fieldEventWords, language, `${group}.${plainText(code)}`) ?? plainText(code);

/** How the events of work on site are told on a timeline. */
export const fieldEvents: EventWords = {
  words: fieldEventWords,
  senses: {
    "field/work-order-moved": {
      group: "visits",
      icon: IconTool,
      facts: ({ to }, language) => ({ statusName: named("status", to, language) }),
    },
    "field/lmra-given": {
      group: "visits",
      icon: IconShieldCheck,
      facts: ({ outcome }, language) => ({ outcomeName: named("outcome", outcome, language) }),
    },
    "field/work-called-off": {
      group: "visits",
      tone: "danger",
      icon: IconX,
      body: ({ reason }) => (typeof reason === "string" ? reason : undefined),
    },
    "field/work-completed": { group: "visits", tone: "success", icon: IconClipboardCheck },
  },
};
