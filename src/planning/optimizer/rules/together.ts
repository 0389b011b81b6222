import type { PlanRule } from "./rule.ts";

/** What two crews do together begins at the same moment, with two crews, or not at all. */
export const together: PlanRule = (days, { tasks }) => {
  const at = new Map(
    days.flatMap(({ slot, stops }) =>
      stops.map(({ task, start }) => [task.id, { on: slot.on, start, crewId: slot.crewId }] as const),
    ),
  );
  const known = new Set(tasks.map(({ id }) => id));
  return tasks.flatMap(({ id, togetherId }) => {
    const mine = at.get(id);
    if (!togetherId || !mine || !known.has(togetherId)) return [];
    const other = at.get(togetherId);
    const isSame =
      other && other.on === mine.on && other.start === mine.start && other.crewId !== mine.crewId;
    return isSame
      ? []
      : [{ rule: "together" as const, visitId: id, crewId: mine.crewId, detail: togetherId }];
  });
};
