import { workClock } from "../travel/workClock.ts";
import { type DrivenDay, type DrivenStop, drivePlan } from "./drive.ts";
import {
  type Assignment,
  costPerMinute,
  type PlanProblem,
  type Slot,
  type Task,
  type Weights,
} from "./model.ts";
import { type Breach, breachesOf } from "./rules/index.ts";

export type TermName =
  | "travel"
  | "way_back"
  | "overtime"
  | "balance"
  | "other_crew"
  | "day_moved"
  | "part_moved"
  | "crew_moved"
  | "unplanned";

/** One reason for a cost, in twentieths of a minute of driving. */
export interface Term {
  term: TermName;
  cost: number;
}

/** A plan as it is driven, with every cost it has: the terms add up to the total exactly. */
export interface Scored {
  days: DrivenDay[];
  total: number;
  /** Terms by visit, planned or not, and by crew's day. */
  ofVisit: Map<string, Term[]>;
  ofDay: Map<string, Term[]>;
  breaches: Breach[];
}

const known = (terms: readonly Term[]) => terms.filter(({ cost }) => cost !== 0);

/** Cost of giving a task to a crew, beside the driving: nobody's favourite, and what the customer knew otherwise. */
export const assignTerms = (task: Task, slot: Slot, weights: Weights): Term[] => {
  const isPreferred =
    (task.preferredCrewName === null || task.preferredCrewName === slot.crewName) &&
    (task.preferredMechanicId === null || slot.memberIds.includes(task.preferredMechanicId));
  const { known: told } = task;
  const times = (weight: number) => Math.round(weight * (told?.firmness ?? 0) * costPerMinute);
  return known([
    { term: "other_crew", cost: isPreferred ? 0 : weights.otherCrew * costPerMinute },
    { term: "day_moved", cost: told && told.on !== slot.on ? times(weights.dayMoved) : 0 },
    {
      term: "crew_moved",
      cost: told && told.on === slot.on && told.crewId !== slot.crewId ? times(weights.crewMoved) : 0,
    },
  ]);
};

/** Cost of another part of the day than the customer knows. */
export const partTerms = (task: Task, on: string, part: string, weights: Weights): Term[] => {
  const { known: told } = task;
  if (!told || told.on !== on || told.part === "full_day" || told.part === part) return [];
  return known([{ term: "part_moved", cost: Math.round(weights.partMoved * told.firmness * costPerMinute) }]);
};

/** Cost of leaving a task out. */
export const unplannedCost = (task: Task, weights: Weights): number => {
  const must = task.mustDo || (task.known?.firmness ?? 0) >= 1 || task.fixed !== null;
  return costPerMinute * (task.priority * weights.unplannedPoint + (must ? weights.unplannedMust : 0));
};

const stopTerms = ({ task, placed, units }: DrivenStop, slot: Slot, weights: Weights): Term[] =>
  known([
    { term: "travel", cost: units },
    ...assignTerms(task, slot, weights),
    ...partTerms(task, slot.on, placed.part, weights),
  ]);

/** Minutes of work on a day; somebody's absence counts too, so that those who are there less get no more to do. */
const busyMinutes = ({ slot, stops, absences }: DrivenDay): number => {
  const clock = workClock(slot.lunch);
  const away = absences.reduce((sum, { from, until }) => sum + clock.at(until) - clock.at(from), 0);
  return stops.reduce((sum, { task }) => sum + task.minutes, away);
};

const dayTerms = (day: DrivenDay, weights: Weights): Term[] => {
  const { slot, backAt, unitsBack } = day;
  const work = day.stops.length > 0 ? busyMinutes(day) : 0;
  return known([
    { term: "way_back", cost: unitsBack },
    { term: "overtime", cost: Math.max(0, backAt - slot.closes) * weights.overtimeMinute * costPerMinute },
    { term: "balance", cost: Math.round((weights.balance * work * work) / 1000) * costPerMinute },
  ]);
};

const sumOf = (terms: Iterable<readonly Term[]>) => {
  let sum = 0;
  for (const each of terms) for (const { cost } of each) sum += cost;
  return sum;
};

/** Scores any plan, made by the optimiser or by hand, with the same rules. */
export const scorePlan = (problem: PlanProblem, plan: Assignment): Scored => {
  const { tasks, weights } = problem;
  const days = drivePlan(problem, plan);
  const ofVisit = new Map<string, Term[]>();
  const ofDay = new Map<string, Term[]>();
  for (const day of days) {
    ofDay.set(day.slot.crewId, dayTerms(day, weights));
    for (const stop of day.stops) ofVisit.set(stop.task.id, stopTerms(stop, day.slot, weights));
  }
  for (const task of tasks)
    if (!ofVisit.has(task.id))
      ofVisit.set(task.id, [{ term: "unplanned", cost: unplannedCost(task, weights) }]);
  const total = sumOf(ofVisit.values()) + sumOf(ofDay.values());
  return { days, total, ofVisit, ofDay, breaches: breachesOf(days, problem) };
};
