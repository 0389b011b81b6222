import type { RuleBreach } from "#planning/contract";
import type { BoardState } from "./state.ts";

/** Every broken rule of a plan once: of planned visits, of crews' days, and what must be planned and is not. */
export const allBreaches = ({ visits, days }: BoardState): RuleBreach[] => {
  const found = new Map<string, RuleBreach>();
  const add = (breach: RuleBreach) =>
    found.set([breach.rule, breach.visitId, breach.crewId, breach.detail].join(), breach);
  for (const { at, breaches } of visits.values())
    for (const breach of breaches) if (at || breach.rule === "must_do") add(breach);
  for (const { breaches } of days.values()) for (const breach of breaches) add(breach);
  return [...found.values()];
};
