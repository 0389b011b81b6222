import type { PlanState } from "./planState.ts";
import type { PlanPlace } from "./views.ts";

const byCrew = (places: ReadonlyMap<string, PlanPlace>) => Map.groupBy(places, ([, { crewId }]) => crewId);

const isSame = (before: readonly [string, PlanPlace][], after: readonly [string, PlanPlace][]): boolean => {
  const parts = new Map(before.map(([id, { part }]) => [id, part]));
  return before.length === after.length && after.every(([id, { part }]) => parts.get(id) === part);
};

/**
 * Days on which the same is done as before keep their order, unless something is wrong with it: whom nothing happened to does not
 * begin at another hour for a few minutes of driving.
 */
export const keepOrder = (
  { places: before, scored }: Pick<PlanState, "places" | "scored">,
  solved: ReadonlyMap<string, PlanPlace>,
): Map<string, PlanPlace> => {
  const wrong = new Set(scored.breaches.flatMap(({ visitId, crewId }) => [visitId, crewId]));
  const days = byCrew(before);
  const kept = new Map(solved);
  for (const [crewId, after] of byCrew(solved)) {
    const day = days.get(crewId) ?? [];
    if (!isSame(day, after) || wrong.has(crewId) || day.some(([id]) => wrong.has(id))) continue;
    for (const [id, place] of day) kept.set(id, place);
  }
  return kept;
};
