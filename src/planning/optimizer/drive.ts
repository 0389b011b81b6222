import { arrivalAfter, builtInRoads } from "../travel/model.ts";
import type { Assignment, Placed, PlanProblem, Slot, Task } from "./model.ts";

/** A task as it is driven to and done. Minutes of the day; `units` is the leg to it in cost. */
export interface DrivenStop {
  task: Task;
  placed: Placed;
  arrives: number;
  start: number;
  end: number;
  units: number;
}

/** A crew's day as it is driven. */
export interface DrivenDay {
  slot: Slot;
  stops: DrivenStop[];
  backAt: number;
  unitsBack: number;
}

const afterAway = (slot: Slot, start: number, minutes: number): number => {
  let at = start;
  for (const { from, until } of slot.away) if (at < until && at + minutes > from) at = until;
  return at;
};

/** Drives a crew's day in the given order, each task as early as its window allows; what is too late is simply late. */
export const driveDay = (
  slot: Slot,
  placed: readonly Placed[],
  tasks: ReadonlyMap<string, Task>,
): DrivenDay => {
  const { travel = builtInRoads } = slot;
  let at = slot.start;
  let clock = slot.opens;
  const stops: DrivenStop[] = [];
  for (const each of placed) {
    const task = tasks.get(each.taskId)!;
    const units = travel.units(at, task.place);
    const arrives = arrivalAfter(clock, units);
    const opens = each.notBefore ?? windowOn(task, slot.on, each.part)?.opens ?? 0;
    const start = afterAway(slot, Math.max(arrives, opens), task.minutes);
    stops.push({ task, placed: each, arrives, start, end: start + task.minutes, units });
    clock = start + task.minutes;
    at = task.place;
  }
  if (stops.length === 0) return { slot, stops, backAt: slot.opens, unitsBack: 0 };
  const unitsBack = travel.units(at, slot.end);
  return { slot, stops, backAt: arrivalAfter(clock, unitsBack), unitsBack };
};

/** The window of a task for a part of a day. */
export const windowOn = (task: Task, on: string, part: Placed["part"]) =>
  task.options.find((option) => option.on === on && option.part === part);

/** Every crew's day of a plan as it is driven. */
export const drivePlan = (problem: PlanProblem, plan: Assignment): DrivenDay[] => {
  const tasks = new Map(problem.tasks.map((task) => [task.id, task]));
  return problem.slots.map((slot) => driveDay(slot, plan.get(slot.crewId) ?? [], tasks));
};
