import {
  IconCalendarCheck,
  IconCalendarEvent,
  IconCalendarOff,
  IconCalendarPlus,
  IconTruck,
} from "@tabler/icons-react";
import type { EventSense, EventWords } from "../orders/timelineWords.ts";
import { formatsOf } from "../words/format.ts";
import type { Language } from "../words/language.ts";
import { plainText } from "../words/plainText.ts";
import { lookUp, words } from "../words/words.ts";
import { visitWords } from "./words.ts";

const eventWords = words({
  nl: {
    events: {
      "planning/visit-made": "Bezoek {number} wacht op een moment",
      "planning/visit-wishes-changed": "Wensen van bezoek {number} gewijzigd",
      "planning/visit-scheduled": "Bezoek ingepland op {day}, {partName} ({crewName})",
      "planning/visit-moved": "Bezoek verzet van {formerDay} naar {day}, {partName} ({crewName})",
      "planning/visit-freed": "Bezoek van de dag gehaald",
      "planning/visit-cancelled": "Bezoek {number} vervalt",
      "planning/visit-under-way": "Bezoek: {statusName}",
      "planning/visit-ended": "Bezoek: {statusName} na {minutes, number} minuten",
    },
  },
  en: {
    events: {
      "planning/visit-made": "Visit {number} waits for a time",
      "planning/visit-wishes-changed": "What visit {number} asks was changed",
      "planning/visit-scheduled": "Visit scheduled for {day}, {partName} ({crewName})",
      "planning/visit-moved": "Visit moved from {formerDay} to {day}, {partName} ({crewName})",
      "planning/visit-freed": "Visit taken off its day",
      "planning/visit-cancelled": "Visit {number} lapses",
      "planning/visit-under-way": "Visit: {statusName}",
      "planning/visit-ended": "Visit: {statusName} after {minutes, number} minutes",
    },
  },
});

type Payload = Record<string, unknown>;

const facts = (payload: Payload, language: Language) => {
  const { day } = formatsOf(language);
  const dayOf = (value: unknown) => (typeof value === "string" ? day(value) : "");
  const nameOf = (group: string, code: unknown) =>
    lookUp(visitWords, language, `${group}.${plainText(code)}`) ?? "";
  return {
    day: dayOf(payload.on),
    formerDay: dayOf(payload.formerOn),
    partName: nameOf("part", payload.part),
    statusName: nameOf("status", payload.status).toLowerCase(),
  };
};

const body = ({ reason }: Payload) => (typeof reason === "string" && reason ? reason : undefined);
const visit: EventSense = { group: "visits", facts, body };

/** How planning's events are told on a timeline. */
export const planningEvents: EventWords = {
  words: eventWords,
  senses: {
    "planning/visit-made": { ...visit, icon: IconCalendarPlus },
    "planning/visit-wishes-changed": { ...visit, icon: IconCalendarEvent },
    "planning/visit-scheduled": { ...visit, tone: "info", icon: IconCalendarEvent },
    "planning/visit-moved": { ...visit, tone: "warning", icon: IconCalendarEvent },
    "planning/visit-freed": { ...visit, tone: "warning", icon: IconCalendarOff },
    "planning/visit-cancelled": { ...visit, icon: IconCalendarOff },
    "planning/visit-under-way": { ...visit, tone: "progress", icon: IconTruck },
    "planning/visit-ended": { ...visit, tone: "success", icon: IconCalendarCheck },
  },
};
