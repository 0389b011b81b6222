import type { WorkClock } from "../travel/workClock.ts";
import { absencesOf, driveDay } from "./drive.ts";
import type { Assignment, PlanProblem } from "./model.ts";
import type { PlanOption } from "./planOptions.ts";

/** An absence as the search knows it: a fixed visit of one crew to its own depot. */
export interface StandIn {
  slot: number;
  /** Length on the search's clock, and the minute of the day at which the crew goes on. */
  minutes: number;
  until: number;
  /** Stands before so many visits of the plan given. */
  before: number;
  option(day: number): PlanOption;
}

/** A stand-in for every absence in the middle of a crew's day, where the plan given has it. */
export const standInsFor = (problem: PlanProblem, start: Assignment, clock: WorkClock): StandIn[] => {
  const tasks = new Map(problem.tasks.map((task) => [task.id, task]));
  return problem.slots.flatMap((slot, index) => {
    const absences = absencesOf(slot);
    if (absences.length === 0) return [];
    const placed = (start.get(slot.crewId) ?? []).filter(({ taskId }) => tasks.has(taskId));
    const driven = driveDay(slot, placed, tasks).absences;
    return absences.map(({ from, until }, rank) => ({
      slot: index,
      minutes: clock.at(until) - clock.at(from),
      until,
      before: driven[rank]?.before ?? placed.length,
      option: (day) => ({
        day,
        part: "full_day",
        cost: 0,
        from,
        until: from,
        opens: clock.at(from),
        closes: clock.at(from),
      }),
    }));
  });
};
