import { builtInRoads, type Point, workdayClock } from "../travel/model.ts";
import { emptyProblem, fillOptions, fillTravel, type OptionGiven, skillBits } from "./build.ts";
import { balanceScale, type Compiled } from "./compiled.ts";
import { formTeams } from "./formTeams.ts";
import {
  type Assignment,
  costPerMinute,
  type Placed,
  type PlanProblem,
  type Slot,
  type Task,
} from "./model.ts";
import type { Route } from "./pool.ts";
import { assignTerms, partTerms, unplannedCost } from "./score.ts";

/** A plan problem for the search, and the way from its numbers back to visits and crews. */
export interface CompiledPlan {
  problem: Compiled;
  /** The plan given, as the search starts from it. */
  from: Route[];
  assignment(routes: readonly Route[]): Assignment;
  /** Who goes with each crew, when crews were formed as well. */
  crews(members: readonly (readonly number[])[]): Map<string, string[]>;
}

type PlanOption = OptionGiven & { part: Placed["part"] };

const twinMoments = 30;

/** Nodes beyond the visits: each place where a crew starts or ends, once. */
const placesOf = ({ slots }: PlanProblem) => {
  const numbers = new Map<string, number>();
  const points: Point[] = [];
  const add = (point: Point) => {
    const key = `${point.latitude},${point.longitude}`;
    const number = numbers.get(key) ?? points.push(point) - 1;
    numbers.set(key, number);
    return number;
  };
  return { points, ends: slots.map(({ start, end }) => [add(start), add(end)] as const) };
};

const optionsOf = (problem: PlanProblem, dayOf: ReadonlyMap<string, number>) => {
  const { tasks, weights } = problem;
  const crews = new Map(problem.slots.map((slot) => [slot.crewId, slot]));
  return (task: Task): PlanOption[] => {
    if (task.fixed) {
      const { crewId, start, part } = task.fixed;
      const day = dayOf.get(crews.get(crewId)?.on ?? "");
      return day === undefined ? [] : [{ day, opens: start, closes: start, cost: 0, part }];
    }
    const isTwin = task.togetherId !== null || tasks.some(({ togetherId }) => togetherId === task.id);
    return task.options.flatMap(({ on, part, opens, closes }) => {
      const day = dayOf.get(on);
      if (day === undefined || closes < opens) return [];
      const cost = partTerms(task, on, part, weights).reduce((sum, term) => sum + term.cost, 0);
      if (!isTwin) return [{ day, part, cost, opens, closes }];
      const first = Math.ceil(opens / twinMoments) * twinMoments;
      const count = Math.max(0, Math.floor((closes - first) / twinMoments) + 1);
      return Array.from({ length: count }, (_, index) => {
        const at = first + index * twinMoments;
        return { day, part, cost, opens: at, closes: at };
      });
    });
  };
};

/** The search knows no absence in between: a day that is still empty is planned on the longer side of it. */
const hoursOf = ({ opens, closes, latest, away }: Slot, isEmpty: boolean) => {
  let hours = { opens, closes, latest };
  if (!isEmpty) return hours;
  for (const { from, until } of away)
    hours =
      from - hours.opens >= hours.closes - until
        ? { ...hours, closes: Math.max(hours.opens, from), latest: Math.max(hours.opens, from) }
        : { ...hours, opens: Math.min(until, hours.closes) };
  return hours;
};

const fillSlots = (
  compiled: Compiled,
  problem: PlanProblem,
  {
    dayOf,
    bits,
    ends,
    isEmpty,
  }: {
    isEmpty: (slot: Slot) => boolean;
    dayOf: ReadonlyMap<string, number>;
    bits: (skills: readonly string[]) => number;
    ends: readonly (readonly [number, number])[];
  },
) => {
  for (const [index, slot] of problem.slots.entries()) {
    compiled.slotDay[index] = dayOf.get(slot.on)!;
    const { opens, closes, latest } = hoursOf(slot, isEmpty(slot));
    compiled.slotOpens[index] = opens;
    compiled.slotRegular[index] = closes;
    compiled.slotCloses[index] = latest;
    compiled.slotStart[index] = compiled.visits + ends[index]![0];
    compiled.slotEnd[index] = compiled.visits + ends[index]![1];
    compiled.slotHas[index] = bits(slot.skills);
    if (slot.maxJobs !== null) compiled.slotMaxJobs[index] = slot.maxJobs;
  }
};

const fillTasks = (compiled: Compiled, problem: PlanProblem, bits: (skills: readonly string[]) => number) => {
  const { tasks, slots, weights } = problem;
  const costs = new Int32Array(tasks.length * slots.length);
  for (const [visit, task] of tasks.entries()) {
    compiled.duration[visit] = task.minutes;
    compiled.asks[visit] = bits(task.skills);
    compiled.weight[visit] = unplannedCost(task, weights);
    compiled.price[visit] = unplannedCost(task, weights);
    compiled.isFixed[visit] = task.fixed || task.staysWith ? 1 : 0;
    for (const [index, slot] of slots.entries())
      costs[visit * slots.length + index] = assignTerms(task, slot, weights).reduce(
        (sum, { cost }) => sum + cost,
        0,
      );
  }
  if (costs.some((cost) => cost > 0)) compiled.assignCost = costs;
};

const fillLinks = (compiled: Compiled, { tasks }: PlanProblem) => {
  const numberOf = new Map(tasks.map(({ id }, index) => [id, index]));
  const none = () => new Int32Array(tasks.length).fill(-1);
  const links = { after: none(), before: none(), gap: new Int32Array(tasks.length).fill(1), twin: none() };
  let count = 0;
  for (const [visit, { afterId, togetherId }] of tasks.entries()) {
    const first = afterId ? numberOf.get(afterId) : undefined;
    const twin = togetherId ? numberOf.get(togetherId) : undefined;
    if (first !== undefined) {
      links.after[visit] = first;
      links.before[first] = visit;
    }
    if (twin !== undefined) {
      links.twin[visit] = twin;
      links.twin[twin] = visit;
    }
    if (first !== undefined || twin !== undefined) count += 1;
  }
  if (count > 0) compiled.links = links;
};

/** Turns a plan problem into flat arrays, with the plan to start from. */
export const compilePlan = (
  problem: PlanProblem,
  start: Assignment = new Map(),
  { formCrews = false }: { formCrews?: boolean } = {},
): CompiledPlan => {
  const { tasks, slots, weights } = problem;
  const dayNames = [...new Set(slots.map(({ on }) => on))].toSorted();
  const dayOf = new Map(dayNames.map((on, index) => [on, index]));
  const { points, ends } = placesOf(problem);
  const size = { visits: tasks.length, slots: slots.length, places: points.length, days: dayNames.length };
  const compiled = emptyProblem(size);
  const roads = slots[0]?.travel ?? builtInRoads;
  const at = (node: number) => (node < tasks.length ? tasks[node]!.place : points[node - tasks.length]!);
  fillTravel(compiled, (from, to) => (from === to ? 0 : roads.units(at(from), at(to))));
  const parts: Placed["part"][] = [];
  const options = optionsOf(problem, dayOf);
  fillOptions(compiled, (visit) => {
    const own = options(tasks[visit]!).toSorted((a, b) => a.day - b.day);
    parts.push(...own.map(({ part }) => part));
    return own;
  });
  const bits = skillBits();
  fillTasks(compiled, problem, bits);
  fillSlots(compiled, problem, {
    dayOf,
    bits,
    ends,
    isEmpty: ({ crewId }) => (start.get(crewId) ?? []).length === 0,
  });
  fillLinks(compiled, problem);
  const formed = formTeams(problem, bits);
  if (formCrews) compiled.teams = formed.teams;
  compiled.overtimeRate = weights.overtimeMinute * costPerMinute;
  compiled.balanceRate = (weights.balance * costPerMinute * balanceScale) / 1000;
  compiled.progress = workdayClock.progress;
  compiled.clock = workdayClock.clock;
  return {
    problem: compiled,
    crews: formed.membersOf,
    from: startRoutes(problem, compiled, { start, parts, dayOf }),
    assignment: (routes) =>
      new Map(
        routes.map(({ slot, visits, options: chosen }) => [
          slots[slot]!.crewId,
          visits.map((visit, index) => ({
            taskId: tasks[visit]!.id,
            part: parts[chosen[index]!]!,
            ...momentOf(compiled, chosen[index]!, tasks[visit]!),
          })),
        ]),
      ),
  };
};

/** Fixed and twin visits begin at the moment of their option, others as early as can be. */
const momentOf = ({ optionOpens, optionCloses }: Compiled, option: number, task: Task) =>
  task.fixed || optionOpens[option] === optionCloses[option] ? { notBefore: optionOpens[option]! } : {};

const startRoutes = (
  problem: PlanProblem,
  compiled: Compiled,
  {
    start,
    parts,
    dayOf,
  }: { start: Assignment; parts: readonly Placed["part"][]; dayOf: ReadonlyMap<string, number> },
): Route[] => {
  const numberOf = new Map(problem.tasks.map(({ id }, index) => [id, index]));
  const routes: Route[] = [];
  for (const [slot, { crewId, on }] of problem.slots.entries()) {
    const visits: number[] = [];
    const options: number[] = [];
    for (const { taskId, part, notBefore } of start.get(crewId) ?? []) {
      const visit = numberOf.get(taskId);
      if (visit === undefined) continue;
      const first = compiled.optionsFrom[visit * compiled.days + dayOf.get(on)!]!;
      const until = compiled.optionsFrom[visit * compiled.days + dayOf.get(on)! + 1]!;
      let option = first;
      while (option < until && (parts[option] !== part || compiled.optionCloses[option]! < (notBefore ?? 0)))
        option += 1;
      if (option === until) continue;
      visits.push(visit);
      options.push(option);
    }
    if (visits.length > 0) routes.push({ slot, visits, options });
  }
  return routes;
};
