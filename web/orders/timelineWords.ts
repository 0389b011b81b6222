import type { ComponentType } from "react";
import type { Tone } from "../ui/theme.ts";
import type { Language } from "../words/language.ts";
import { plainText } from "../words/plainText.ts";
import { lookUp, type Texts, type Words } from "../words/words.ts";

/** The kinds of happenings by which a timeline can be filtered. */
export const happeningGroups = ["status", "messages", "visits", "money", "files", "facts", "other"] as const;
export type HappeningGroup = (typeof happeningGroups)[number];

type Payload = Record<string, unknown>;

/** How one event is told beside its sentence. */
export interface EventSense {
  group?: HappeningGroup;
  tone?: Tone;
  icon?: ComponentType<{ size?: number; stroke?: number }>;
  /** Facts for the sentence that the payload does not hold in people's words. */
  facts?: (payload: Payload, language: Language) => Record<string, string | number>;
  /** What stands below the sentence, such as a reason somebody typed. */
  body?: (payload: Payload, language: Language) => string | undefined;
}

/** The sentences of a capability's events, under `events` by name, and how they are told. */
export interface EventWords {
  words: Words<{ events: Texts }>;
  senses?: Record<string, EventSense>;
}

export interface Told extends EventSense {
  title: string | undefined;
}

const known: EventWords[] = [];

/** Adds the sentences of capabilities; called once in the app's `main.tsx`, as with `addProblems`. */
export const addEventWords = (...more: EventWords[]) => {
  known.push(...more);
};

const factsOf = (payload: Payload) =>
  Object.fromEntries(
    Object.entries(payload).map(([key, value]) => [
      key,
      typeof value === "number" ? value : plainText(value),
    ]),
  );

/** An event in the words of its capability; without a title when nobody has words for it. */
export const tell = (name: string, payload: Payload, language: Language): Told => {
  for (const { words, senses } of known) {
    const sense = senses?.[name] ?? {};
    const facts = { ...factsOf(payload), ...sense.facts?.(payload, language) };
    const title = lookUp(words as unknown as Words<Texts>, language, `events.${name}`, facts);
    if (title !== undefined) return { group: "other", ...sense, title };
  }
  return { group: "other", title: undefined };
};

/** The events that are told under a kind, to ask for those only. */
export const eventsOf = (group: HappeningGroup): string[] =>
  known.flatMap(({ words: { nl }, senses }) =>
    Object.keys(nl.events).filter((name) => (senses?.[name]?.group ?? "other") === group),
  );
