import type { DayRule } from "./rule.ts";

/** The van has room for every charger of its day; the detail is how many do not fit. */
export const vanStock: DayRule = ({ slot, stops }) => {
  const chargers = stops.reduce((sum, { task }) => sum + task.chargers, 0);
  const over = chargers - (slot.capacity ?? chargers);
  return over > 0 ? [{ rule: "van_stock", visitId: null, crewId: slot.crewId, detail: String(over) }] : [];
};
