import { describe, expect, test } from "vitest";
import { Annealer, type Found } from "./anneal.ts";
import { cross, Family } from "./breed.ts";
import { firstPlan } from "./firstPlan.ts";
import { randomFrom } from "./random.ts";
import { State } from "./state.ts";
import { someCustomers } from "./testing.ts";
import { usualTuning } from "./tuning.ts";

const problem = someCustomers(60);
const cycle = { steps: 1000, hot: 900, cold: 15, prices: 1, tuning: usualTuning, from: null };

/** Plans of searches that have nothing to do with each other. */
const plans = (count: number): Found[] =>
  Array.from({ length: count }, (_, index) => new Annealer(problem, index + 1).run(cycle));

const cost = (found: Found): number => {
  const state = new State(problem, randomFrom(1), usualTuning);
  state.load(found.plan);
  expect(state.absentCount).toBe(0);
  return state.routesCost();
};

describe("plans met on the way", () => {
  test("are kept once, the better of two that are nearly the same", () => {
    const family = new Family(new Annealer(problem, 1));
    const [found] = plans(1);
    family.meet(found!);
    family.meet({ ...found!, cost: found!.cost - 1 });
    expect(family.costs).toHaveLength(1);
    family.meet({ ...found!, missing: 1 });
    expect(family.costs).toHaveLength(1);
  });

  test("are two dozen at most, and the dearest goes", () => {
    const family = new Family(new Annealer(problem, 1));
    const all = plans(27);
    for (const each of all) family.meet(each);
    const kept = all
      .map((found) => found.cost)
      .toSorted((a, b) => a - b)
      .slice(0, 24);
    expect(family.costs.toSorted((a, b) => a - b)).toEqual(kept);
  });
});

describe("short cycles that begin anew", () => {
  const first = firstPlan(problem, undefined).found;
  const anew = (steps: number, relief = 0) => {
    const annealer = new Annealer(problem, 9);
    const family = new Family(annealer);
    const found = family.run({ ...cycle, steps, relief, from: first }, "anew");
    return { found, family, steps: annealer.steps };
  };
  test("are as many plans to look between, and the best of them is the answer", () => {
    // 60 visits take 4,800 steps.
    const { found, family, steps } = anew(20_000);
    expect(family.costs).toHaveLength(4);
    expect(found.cost).toBe(Math.min(...family.costs));
    expect(found.cost).toBe(cost(found));
    expect(steps).toBeGreaterThanOrEqual(20_000);
    expect(steps - 20_000).toBeLessThan(64 * 4);
  });

  test("make routes cheaper in every second one", () => {
    expect(anew(4800, 3000).found).toEqual(anew(4800).found);
    expect(anew(20_000, 3000).family.costs).not.toEqual(anew(20_000).family.costs);
  });

  test("end with the cycle, however little time there is", () => {
    const annealer = new Annealer(problem, 9);
    const begin = performance.now();
    const { steps: _, ...timed } = cycle;
    const found = new Family(annealer).run({ ...timed, until: begin + 5, from: first }, "anew");
    expect(annealer.steps).toBeLessThan(4800);
    expect(found.missing).toBe(0);
  });
});

describe("children of plans met", () => {
  const parents = plans(6);
  const best = parents.reduce((least, found) => (found.cost < least.cost ? found : least));

  test("have routes of both, no visit twice, and each route in a slot of its own", () => {
    const [one, other] = parents;
    const { state } = new Annealer(problem, 3);
    const isOf = (found: Found) => (route: Found["plan"][number]) =>
      found.plan.some(({ visits }) => route.visits.every((visit) => visits.includes(visit)));
    for (let child = 0; child < 50; child += 1) {
      const plan = cross(state, one!.plan, other!.plan);
      const visits = plan.flatMap((route) => route.visits);
      expect(new Set(visits).size).toBe(visits.length);
      expect(new Set(plan.map(({ slot }) => slot)).size).toBe(plan.length);
      expect(plan.every((route) => isOf(one!)(route) || isOf(other!)(route))).toBe(true);
      const stayed = one!.plan.filter((route) => plan.some((each) => each.visits === route.visits));
      expect(stayed.length).toBeGreaterThanOrEqual(one!.plan.length / 2);
      expect(stayed.length).toBeLessThan(one!.plan.length);
      expect(plan.some(isOf(other!))).toBe(true);
    }
  });

  const bred = (steps: number) => {
    const annealer = new Annealer(problem, 9);
    const family = new Family(annealer);
    for (const each of parents) family.meet(each);
    const found = family.run({ ...cycle, steps, hot: 90, cold: 6, from: best }, "between");
    return { found, steps: annealer.steps };
  };

  test("are whole plans that cost what they say, better than their parents", () => {
    const { found, steps } = bred(20_000);
    expect(found.cost).toBe(cost(found));
    expect(found.cost).toBeLessThan(best.cost);
    expect(found.missing).toBe(0);
    // The clock is looked at every 64 steps.
    expect(steps - 20_000).toBeLessThan(64);
    expect(steps).toBeGreaterThanOrEqual(20_000);
  });

  test("are the same for the same steps", () => {
    expect(bred(4000).found).toEqual(bred(4000).found);
  });

  test("stop at the moment they are told", () => {
    const annealer = new Annealer(problem, 9);
    const family = new Family(annealer);
    const begin = performance.now();
    const { steps: _, ...timed } = cycle;
    const found = family.run({ ...timed, until: begin + 150, from: best }, "between");
    expect(performance.now() - begin).toBeLessThan(400);
    expect(annealer.steps).toBeGreaterThan(0);
    expect(found.cost).toBeLessThanOrEqual(best.cost);
  });
});
