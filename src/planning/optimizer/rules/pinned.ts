import type { DayRule } from "./rule.ts";

/** What is pinned or under way begins when it was said to begin, with that crew; the detail is the minutes it would be off. */
export const pinned: DayRule = ({ slot, stops }) =>
  stops.flatMap(({ task, start }) => {
    if (!task.fixed) return [];
    const off = task.fixed.crewId === slot.crewId ? start - task.fixed.start : Number.NaN;
    if (off === 0) return [];
    const detail = Number.isNaN(off) ? "crew" : String(off);
    return [{ rule: "pinned" as const, visitId: task.id, crewId: slot.crewId, detail }];
  });
