import type { IntakeDraft } from "./intakeAnswers.ts";

/** What is on the order already, as far as the rules look at it. */
export interface OrderedArticle {
  articleNumber: string | null;
  description: string;
}

export interface AskedLine {
  articleNumber: string;
  quantity: number;
}

interface Situation {
  answers: IntakeDraft;
  ordered: readonly OrderedArticle[];
}

/** One article that follows from the answers: how many, or nothing. */
interface Rule {
  articleNumber: string;
  /** Why it is added, for the office. */
  because: string;
  quantity: (situation: Situation) => number;
}

/** Metres of cable that every installation includes. */
export const includedMetres = 10;

const metresOf = ({ answers }: Situation) => answers.route?.metres ?? 0;
const diggingOf = ({ answers: { route } }: Situation) => (route?.digging ? (route.diggingMetres ?? 0) : 0);
const once = (holds: boolean) => (holds ? 1 : 0);

/** Which articles answers bring along; those already on the order, also inside a bundle, are not added twice. */
export const intakeRules: readonly Rule[] = [
  {
    articleNumber: "DNS-0031",
    because: "cable over 10 m",
    quantity: (situation) => Math.max(0, Math.ceil(metresOf(situation) - includedMetres)),
  },
  {
    articleNumber: "DNS-0030",
    because: "digging",
    quantity: (situation) => Math.ceil(diggingOf(situation)),
  },
  {
    articleNumber: "DNS-0013",
    because: "no free group, but room for one",
    quantity: ({ answers }) => once(answers.cupboard?.groups === "room"),
  },
  {
    articleNumber: "DNS-0012",
    because: "no room in the consumer unit",
    quantity: ({ answers }) => once(answers.cupboard?.groups === "full"),
  },
  {
    articleNumber: "DNS-0020",
    because: "charging on solar power",
    quantity: ({ answers }) => once(answers.wishes?.solarLink === true),
  },
  {
    articleNumber: "DNS-0021",
    because: "3x25A connection",
    quantity: ({ answers }) => once(answers.cupboard?.connection === "3x25A"),
  },
];

/** A charger that needs three phases, by how it is named in the catalogue. */
const threePhases = /3-fase|\b(?:11|22) kW/i;

const flagRules: Readonly<Record<string, (situation: Situation) => boolean>> = {
  phase_mismatch: ({ answers, ordered }) =>
    answers.cupboard?.connection?.startsWith("1x") === true &&
    ordered.some(({ description }) => threePhases.test(description)),
  connection_unknown: ({ answers }) => answers.cupboard?.connection === "unknown",
  groups_unknown: ({ answers }) => answers.cupboard?.groups === "unknown",
  digging_length_unknown: ({ answers: { route } }) => route?.digging === true && !route.diggingMetres,
  consent_missing: ({ answers: { house } }) =>
    house?.property !== undefined && house.property !== "owner_occupied" && house.consent === "no",
  parking_on_street: ({ answers }) => answers.house?.parking === "street",
};

/**
 * What answers mean for the order: extra lines, and flags that no rule can price. Pure, so that it can be shown to a
 * customer before anything is written.
 */
export const outcomeOfIntake = (
  answers: IntakeDraft,
  ordered: readonly OrderedArticle[],
): { lines: AskedLine[]; flags: string[] } => {
  const situation = { answers, ordered };
  const present = new Set(ordered.map(({ articleNumber }) => articleNumber));
  const lines = intakeRules
    .filter(({ articleNumber }) => !present.has(articleNumber))
    .map(({ articleNumber, quantity }) => ({ articleNumber, quantity: quantity(situation) }))
    .filter(({ quantity }) => quantity > 0);
  const flags = Object.entries(flagRules)
    .filter(([, holds]) => holds(situation))
    .map(([flag]) => flag);
  return { lines, flags };
};
