import type { WorkClock } from "../travel/workClock.ts";
import type { OptionGiven } from "./build.ts";
import type { Placed, PlanProblem, Task, TaskOption } from "./model.ts";
import { partTerms } from "./score.ts";

/** An option of the search, with what it means: a part of a day, and the very minute where it allows no other. */
export interface PlanOption extends OptionGiven {
  part: Placed["part"];
  /** Minutes of the day, lunch and all. */
  from: number;
  until: number;
}

/** Two crews begin together at one of these moments. */
const twinMoments = 30;

const momentsIn = ({ opens, closes }: TaskOption): number[] => {
  const first = Math.ceil(opens / twinMoments) * twinMoments;
  const count = Math.max(0, Math.floor((closes - first) / twinMoments) + 1);
  return Array.from({ length: count }, (_, index) => first + index * twinMoments);
};

/** How each task may be planned, on the clock of the search. */
export const planOptions = (
  { tasks, slots, weights }: PlanProblem,
  {
    dayOf,
    clock,
    reached,
  }: { dayOf: ReadonlyMap<string, number>; clock: WorkClock; reached: ReadonlyMap<string, number> },
): ((task: Task) => PlanOption[]) => {
  const crews = new Map(slots.map((slot) => [slot.crewId, slot]));
  const twins = new Set(tasks.flatMap(({ id, togetherId }) => (togetherId ? [id, togetherId] : [])));
  const within = (day: number, part: Placed["part"], [from, until]: readonly [number, number], cost = 0) => ({
    day,
    part,
    from,
    until,
    cost,
    opens: clock.at(from),
    closes: clock.at(until),
  });
  return (task) => {
    if (task.fixed) {
      const { crewId, start, part } = task.fixed;
      const day = dayOf.get(crews.get(crewId)?.on ?? "");
      if (day === undefined) return [];
      const stands = within(day, part, [start, start]);
      return [{ ...stands, closes: clock.at(reached.get(task.id) ?? start) }];
    }
    return task.options.flatMap((option) => {
      const { on, part, opens, closes } = option;
      const day = dayOf.get(on);
      if (day === undefined || closes < opens) return [];
      const cost = partTerms(task, on, part, weights).reduce((sum, term) => sum + term.cost, 0);
      if (!twins.has(task.id)) return [within(day, part, [opens, closes], cost)];
      return momentsIn(option).map((moment) => within(day, part, [moment, moment], cost));
    });
  };
};
