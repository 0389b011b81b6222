import type { Breach } from "../optimizer/rules/index.ts";
import type { PlanState } from "./planState.ts";

/** Why a visit has no place, as far as a glance tells: no day, no crew with the skill, or no crew that fits the time. */
export const whyNot = ({ problem }: PlanState, visitId: string): Breach[] => {
  const task = problem.tasks.find(({ id }) => id === visitId);
  if (!task) return [];
  const days = new Set(task.options.map(({ on }) => on));
  const slots = problem.slots.filter(({ on }) => days.has(on));
  const breach = { visitId, crewId: null };
  if (slots.length === 0) return [{ rule: "window", ...breach, detail: "" }];
  const lacking = task.skills.filter((skill) => !slots.some((slot) => slot.skills.includes(skill)));
  if (lacking.length > 0) return lacking.map((detail) => ({ rule: "skills", ...breach, detail }));
  const able = slots.filter((slot) => task.skills.every((skill) => slot.skills.includes(skill)));
  if (able.length === 0) return [{ rule: "skills", ...breach, detail: task.skills.join(", ") }];
  const most = Math.max(...able.map(({ capacity }) => capacity ?? task.chargers));
  if (task.chargers > most) return [{ rule: "van_stock", ...breach, detail: String(task.chargers - most) }];
  return [{ rule: "shift", ...breach, detail: "" }];
};
