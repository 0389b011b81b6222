import { driveDay } from "./drive.ts";
import type { Assignment, PlanProblem } from "./model.ts";

/**
 * When crews could be at what they have begun if the roads were right, by task in minutes of the day: at the moment it was begun or later.
 * The search counts with that, so that no crew is late for the rest of its day because it was early.
 */
export const reachedAt = ({ slots, tasks }: PlanProblem, plan: Assignment): Map<string, number> => {
  const begun = new Set(tasks.flatMap(({ id, hasBegun }) => (hasBegun ? [id] : [])));
  const byRoad = new Map(tasks.map((task) => [task.id, { ...task, hasBegun: false }]));
  const reached = new Map<string, number>();
  for (const slot of slots) {
    const placed = (plan.get(slot.crewId) ?? []).filter(({ taskId }) => byRoad.has(taskId));
    if (!placed.some(({ taskId }) => begun.has(taskId))) continue;
    for (const { task, start } of driveDay(slot, placed, byRoad).stops)
      if (begun.has(task.id)) reached.set(task.id, start);
  }
  return reached;
};
