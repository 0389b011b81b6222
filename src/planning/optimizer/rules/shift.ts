import type { DayRule } from "./rule.ts";

/** The crew is back before its latest hour; the detail is the minutes too late. */
export const shift: DayRule = ({ slot, backAt }) =>
  backAt > slot.latest
    ? [{ rule: "shift", visitId: null, crewId: slot.crewId, detail: String(backAt - slot.latest) }]
    : [];
