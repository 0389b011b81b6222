import { driveDay } from "../optimizer/drive.ts";
import type { Slot, Task } from "../optimizer/model.ts";
import type { Breach } from "../optimizer/rules/index.ts";
import type { PlanState } from "./planState.ts";

type Short = Pick<Breach, "rule" | "detail">;

/** What is too short about a crew's day even when nothing else stands on it: the crew comes too late, or is back too late. */
const shortDay = (task: Task, { part, closes }: Task["options"][number], slot: Slot): Short | null => {
  const alone = new Map([[task.id, { ...task, fixed: null }]]);
  const { stops, backAt } = driveDay(slot, [{ taskId: task.id, part }], alone);
  const [tooLate, late] = [stops[0]!.start - closes, backAt - slot.latest];
  if (Math.max(tooLate, late) <= 0) return null;
  return tooLate > late
    ? { rule: "window", detail: String(tooLate) }
    : { rule: "shift", detail: String(late) };
};

/** The least that is too short about every day it could be done, or nothing when there is a day that could take it. */
const tooShort = (task: Task, slots: readonly Slot[]): Short | null => {
  let least: Short | null = null;
  for (const option of task.options)
    for (const slot of slots.filter(({ on }) => on === option.on)) {
      const short = shortDay(task, option, slot);
      if (!short) return null;
      if (!least || Number(short.detail) < Number(least.detail)) least = short;
    }
  return least;
};

/**
 * Why a visit has no place, as far as a glance tells: no day, no crew with the skill, no van with the room, or no day that is long
 * enough even when it is empty. Where none of that holds a crew could do it, and nothing is told of how much.
 */
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
  return [{ ...breach, ...(tooShort(task, able) ?? { rule: "shift", detail: "" }) }];
};
