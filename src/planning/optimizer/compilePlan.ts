import { builtInRoads } from "../travel/model.ts";
import { type WorkClock, workClock } from "../travel/workClock.ts";
import { reachedAt } from "./begun.ts";
import { emptyProblem, fillOptions, fillTravel, skillBits } from "./build.ts";
import { balanceScale, type Compiled } from "./compiled.ts";
import { formTeams } from "./formTeams.ts";
import { type Assignment, costPerMinute, type Placed, type PlanProblem } from "./model.ts";
import { type PlanOption, planOptions } from "./planOptions.ts";
import type { Route } from "./pool.ts";
import { assignTerms, unplannedCost } from "./score.ts";
import { type StandIn, standInsFor } from "./standIns.ts";

/** A plan problem for the search, and the way from its numbers back to visits and crews. */
export interface CompiledPlan {
  problem: Compiled;
  /** The plan given, as the search starts from it. */
  from: Route[];
  assignment(routes: readonly Route[]): Assignment;
  /** Who goes with each crew, when crews were formed as well. */
  crews(members: readonly (readonly number[])[]): Map<string, string[]>;
}

/** What is given about a problem while it is turned into arrays. */
interface Ground {
  clock: WorkClock;
  dayOf: ReadonlyMap<string, number>;
  /** When crews could be at what they have begun, in minutes of the day. */
  reached: ReadonlyMap<string, number>;
  /** Absences stand in the search as fixed visits of a crew to its depot, numbered after the tasks. */
  standIns: readonly StandIn[];
  /** Every option by its number in the search. */
  options: PlanOption[];
  bits: (skills: readonly string[]) => number;
}

/** Costs more than any plan. */
const never = 2 ** 30;

/** Nodes beyond the visits: each place where a crew starts or ends, once. */
const placesOf = ({ slots }: PlanProblem) => {
  const numbers = new Map<string, number>();
  const points: PlanProblem["slots"][number]["start"][] = [];
  const add = (point: (typeof points)[number]) => {
    const key = `${point.latitude},${point.longitude}`;
    const number = numbers.get(key) ?? points.push(point) - 1;
    numbers.set(key, number);
    return number;
  };
  return { points, ends: slots.map(({ start, end }) => [add(start), add(end)] as const) };
};

const fillSlots = (
  compiled: Compiled,
  { slots }: PlanProblem,
  { clock, dayOf, standIns, bits }: Ground,
  ends: readonly (readonly [number, number])[],
) => {
  for (const [index, slot] of slots.entries()) {
    compiled.slotDay[index] = dayOf.get(slot.on)!;
    compiled.slotOpens[index] = clock.at(slot.opens);
    compiled.slotRegular[index] = clock.at(slot.closes);
    compiled.slotCloses[index] = clock.at(slot.latest);
    compiled.slotStart[index] = compiled.visits + ends[index]![0];
    compiled.slotEnd[index] = compiled.visits + ends[index]![1];
    compiled.slotHas[index] = bits(slot.skills);
    if (slot.capacity !== null) compiled.slotCapacity[index] = slot.capacity;
    const absences = standIns.filter((standIn) => standIn.slot === index).length;
    if (slot.maxJobs !== null) compiled.slotMaxJobs[index] = slot.maxJobs + absences;
  }
};

const fillTasks = (compiled: Compiled, { tasks, slots, weights }: PlanProblem, ground: Ground) => {
  const costs = new Int32Array(compiled.visits * slots.length);
  for (const [visit, task] of tasks.entries()) {
    compiled.duration[visit] = task.minutes;
    compiled.demand[visit] = task.chargers;
    compiled.asks[visit] = ground.bits(task.skills);
    compiled.weight[visit] = unplannedCost(task, weights);
    compiled.isFixed[visit] = task.fixed || task.staysWith ? 1 : 0;
    for (const [index, slot] of slots.entries())
      costs[visit * slots.length + index] = assignTerms(task, slot, weights).reduce(
        (sum, { cost }) => sum + cost,
        0,
      );
  }
  for (const [index, { minutes, slot }] of ground.standIns.entries()) {
    const visit = tasks.length + index;
    compiled.duration[visit] = minutes;
    compiled.isFixed[visit] = 1;
    compiled.weight[visit] = never / 2;
    costs.fill(never, visit * slots.length, (visit + 1) * slots.length);
    costs[visit * slots.length + slot] = 0;
  }
  compiled.price.set(compiled.weight);
  if (costs.some((cost) => cost > 0)) compiled.assignCost = costs;
};

const fillLinks = (compiled: Compiled, { tasks }: PlanProblem) => {
  const numberOf = new Map(tasks.map(({ id }, index) => [id, index]));
  const none = () => new Int32Array(compiled.visits).fill(-1);
  const links = { after: none(), before: none(), gap: none().fill(1), twin: none() };
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

const groundOf = (problem: PlanProblem, start: Assignment): Ground => {
  const days = [...new Set(problem.slots.map(({ on }) => on))].toSorted();
  const clock = workClock(problem.slots[0]?.lunch);
  return {
    clock,
    dayOf: new Map(days.map((on, index) => [on, index])),
    standIns: standInsFor(problem, start, clock),
    reached: reachedAt(problem, start),
    options: [],
    bits: skillBits(),
  };
};

const fillTimes = (compiled: Compiled, problem: PlanProblem, ground: Ground) => {
  const { tasks, slots } = problem;
  const { dayOf, standIns, clock, options } = ground;
  const ofTask = planOptions(problem, ground);
  fillOptions(compiled, (visit) => {
    const standIn = standIns[visit - tasks.length];
    const own = standIn
      ? [standIn.option(dayOf.get(slots[standIn.slot]!.on)!)]
      : ofTask(tasks[visit]!).toSorted((a, b) => a.day - b.day);
    options.push(...own);
    return own;
  });
  compiled.progress = clock.driving.progress;
  compiled.clock = clock.driving.clock;
};

/** Turns a plan problem into flat arrays, with the plan to start from. */
export const compilePlan = (
  problem: PlanProblem,
  start: Assignment = new Map(),
  { formCrews = false }: { formCrews?: boolean } = {},
): CompiledPlan => {
  const { tasks, slots, weights } = problem;
  const ground = groundOf(problem, start);
  const { points, ends } = placesOf(problem);
  const visits = tasks.length + ground.standIns.length;
  const compiled = emptyProblem({
    visits,
    slots: slots.length,
    places: points.length,
    days: ground.dayOf.size,
  });
  const roads = slots[0]?.travel ?? builtInRoads;
  const at = (node: number) => {
    if (node >= visits) return points[node - visits]!;
    return tasks[node]?.place ?? slots[ground.standIns[node - tasks.length]!.slot]!.start;
  };
  fillTravel(compiled, (from, to) => (from === to ? 0 : roads.units(at(from), at(to))));
  fillTimes(compiled, problem, ground);
  fillTasks(compiled, problem, ground);
  fillSlots(compiled, problem, ground, ends);
  fillLinks(compiled, problem);
  const formed = formTeams(problem, ground.bits);
  if (formCrews) compiled.teams = formed.teams;
  compiled.overtimeRate = weights.overtimeMinute * costPerMinute;
  compiled.balanceRate = (weights.balance * costPerMinute * balanceScale) / 1000;
  return {
    problem: compiled,
    crews: formed.membersOf,
    from: startRoutes(problem, compiled, { start, ...ground }),
    assignment: (routes) =>
      new Map(routes.map((route) => [slots[route.slot]!.crewId, placedOf(route, problem, ground)])),
  };
};

/** What a crew does on its day: fixed visits and twins at their moment, and after an absence what was planned after it. */
const placedOf = (
  { visits, options: chosen }: Route,
  { tasks }: PlanProblem,
  { options, standIns }: Ground,
): Placed[] => {
  const placed: Placed[] = [];
  let back = 0;
  for (const [index, visit] of visits.entries()) {
    const { part, from, until } = options[chosen[index]!]!;
    const task = tasks[visit];
    if (!task) {
      back = standIns[visit - tasks.length]!.until;
      continue;
    }
    const notBefore = task.fixed || from === until ? from : back;
    placed.push({ taskId: task.id, part, ...(notBefore > 0 ? { notBefore } : {}) });
  }
  return placed;
};

const startRoutes = (
  { tasks, slots }: PlanProblem,
  { optionsFrom, days }: Compiled,
  { start, dayOf, standIns, options: all }: Ground & { start: Assignment },
): Route[] => {
  const numberOf = new Map(tasks.map(({ id }, index) => [id, index]));
  return slots.flatMap(({ crewId, on }, slot) => {
    const route: Route = { slot, visits: [], options: [] };
    const take = (visit: number, isIt: (option: PlanOption) => boolean) => {
      const day = visit * days + dayOf.get(on)!;
      const own = all.slice(optionsFrom[day], optionsFrom[day + 1]);
      const chosen = own.findIndex(isIt);
      if (chosen < 0) return;
      route.visits.push(visit);
      route.options.push(optionsFrom[day]! + chosen);
    };
    const placed = (start.get(crewId) ?? []).filter(({ taskId }) => numberOf.has(taskId));
    for (let index = 0; index <= placed.length; index += 1) {
      for (const [absence, standIn] of standIns.entries())
        if (standIn.slot === slot && standIn.before === index) take(tasks.length + absence, () => true);
      const next = placed[index];
      if (next)
        take(
          numberOf.get(next.taskId)!,
          ({ part, until }) => part === next.part && until >= (next.notBefore ?? 0),
        );
    }
    return route.visits.length > 0 ? [route] : [];
  });
};
