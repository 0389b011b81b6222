import type { CostTerm, PlanDay, PlanVisit } from "#planning/contract";

interface Costed {
  visits: { values: () => Iterable<PlanVisit> };
  days: { values: () => Iterable<PlanDay> };
}

/** All terms of a plan put together by kind; they add up to its score. */
export const termsOf = ({ visits, days }: Costed): CostTerm[] => {
  const sums = new Map<CostTerm["term"], number>();
  for (const { terms } of [...visits.values(), ...days.values()])
    for (const { term, cost } of terms) sums.set(term, (sums.get(term) ?? 0) + cost);
  return [...sums].map(([term, cost]) => ({ term, cost })).toSorted((a, b) => b.cost - a.cost);
};
