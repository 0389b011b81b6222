import type { CrewFacts } from "#planning/contract";

/** What of a crew can be changed. */
type Facts = Partial<Omit<CrewFacts, "id" | "on">>;

const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/**
 * What becomes different of a crew, beside what it was: what a colleague changed meanwhile stays, and is refused when both changed the
 * same. Nothing when nothing is different.
 */
export const crewChanges = (before: Facts, after: Facts): (Facts & { was: Facts }) | null => {
  const names = (Object.keys(after) as (keyof Facts)[]).filter((name) => !isSame(before[name], after[name]));
  const pick = (facts: Facts): Facts => Object.fromEntries(names.map((name) => [name, facts[name]]));
  return names.length > 0 ? { ...pick(after), was: pick(before) } : null;
};
