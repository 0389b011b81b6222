import { windowOn } from "../drive.ts";
import type { DayRule } from "./rule.ts";

/** The work starts on a day and within a part of it that the visit allows; the detail is the minutes too late, or the day. */
export const window: DayRule = ({ slot, stops }) =>
  stops.flatMap(({ task, placed, start }) => {
    if (task.fixed) return [];
    const allowed = windowOn(task, slot.on, placed.part);
    const breach = { rule: "window" as const, visitId: task.id, crewId: slot.crewId };
    if (!allowed) return [{ ...breach, detail: slot.on }];
    return start > allowed.closes ? [{ ...breach, detail: String(start - allowed.closes) }] : [];
  });
