import type { PlanRule } from "./rule.ts";

/** A visit that follows on another is planned only with it, and on a later day. */
export const orderOfVisits: PlanRule = (days, { tasks }) => {
  const dayOf = new Map(
    days.flatMap(({ slot, stops }) => stops.map(({ task }) => [task.id, slot.on] as const)),
  );
  const known = new Set(tasks.map(({ id }) => id));
  return tasks.flatMap(({ id, afterId }) => {
    const on = dayOf.get(id);
    if (!afterId || !on || !known.has(afterId)) return [];
    const first = dayOf.get(afterId);
    if (first && first < on) return [];
    return [{ rule: "order_of_visits" as const, visitId: id, crewId: null, detail: afterId }];
  });
};
