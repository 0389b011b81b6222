import { describe, expect, test } from "vitest";
import { Annealer, type Cycle, type Found } from "./anneal.ts";
import { compileSolomon } from "./formats/solomon.ts";
import { randomFrom } from "./random.ts";
import { type Errand, Scout, type Sight } from "./scout.ts";
import { State } from "./state.ts";
import { usualTuning } from "./tuning.ts";

/** Customers round a depot who can be visited all day, and vehicles that take six of them each. */
const someCustomers = (count: number) => {
  const random = randomFrom(3);
  const place = () => ({ x: random.below(100), y: random.below(100), ready: 0, due: 1000 });
  const customers = Array.from({ length: count }, () => ({ ...place(), demand: 10, service: 5 }));
  const depot = { x: 50, y: 50, demand: 0, ready: 0, due: 1000, service: 0 };
  return compileSolomon({ name: "some", vehicles: 12, capacity: 60, nodes: [depot, ...customers] });
};

const cycle = { steps: 2000, hot: 300, cold: 5, prices: 1, tuning: usualTuning, from: null };

/** What a plan costs, worked out by who did not search. */
const costOf = (problem: State["problem"], found: Found): number => {
  const state = new State(problem, randomFrom(1), usualTuning);
  state.load(found.plan);
  return state.routesCost();
};

describe("a cycle", () => {
  const problem = someCustomers(60);
  const usual = new Annealer(problem, 1).run(cycle);

  test("in which routes are cheaper at first makes more of them, and tells what they cost", () => {
    const found = new Annealer(problem, 1).run({ ...cycle, relief: 3000 });
    expect(found.plan.length).toBeGreaterThan(usual.plan.length);
    expect(found.cost).toBe(costOf(problem, found));
    expect(found.missing).toBe(0);
  });

  test("in which a route has to go has as many as it may, and leaves out what finds no place", () => {
    const fits = new Annealer(problem, 1).run({ ...cycle, most: usual.plan.length, from: usual });
    expect(fits).toMatchObject({ missing: 0, plan: { length: usual.plan.length } });
    const found = new Annealer(problem, 1).run({ ...cycle, most: 5, from: usual });
    expect(found.plan).toHaveLength(5);
    // Five vehicles take six customers each.
    expect(found.missing).toBe(30);
    expect(found.cost).toBe(costOf(problem, found));
  });

  test("keeps routes at what they cost, and those made cheaper only towards the end", () => {
    const sizeAfter = (more: Partial<Cycle>) => {
      const annealer = new Annealer(problem, 1);
      annealer.run({ ...cycle, ...more });
      for (const route of annealer.pool.all())
        expect(route.cost).toBe(costOf(problem, { ...usual, plan: [route] }));
      return annealer.pool.size;
    };
    const all = sizeAfter({});
    const late = sizeAfter({ relief: 300 });
    expect(late).toBeGreaterThan(0);
    expect(late).toBeLessThan(all / 2);
  });
});

describe("the second thread", () => {
  const problem = someCustomers(60);
  const route = (slot: number) => ({ slot, visits: [], options: [] });
  const plan = (routes: number, cost: number, missing = 0): Found => ({
    plan: Array.from({ length: routes }, (_, slot) => route(slot)),
    members: null,
    missing,
    cost,
  });
  const kindOf = ({ relief, fewer, hot }: Errand): string => {
    if (relief) return "eased";
    if (fewer) return `at most ${fewer.routes}${hot < 1 ? ", close" : ""}`;
    return hot < 1 ? "close" : "free";
  };
  const sight: Sight = { stage: "apart", isFirst: false, best: plan(4, 1000), own: plan(4, 1000) };
  const asked = (scout: Scout, ...sights: Partial<Sight>[]) =>
    sights.map((each) => kindOf(scout.next({ ...sight, ...each })));

  test("makes routes cheaper and takes one away by turns, looks again at what is promising, and gives up what is not", () => {
    const scout = new Scout(problem, sight.best);
    const round = [{}, {}, { own: plan(3, 1005) }, {}, {}, { own: plan(3, 1100) }, {}, {}];
    expect(asked(scout, ...round)).toEqual([
      "eased",
      "at most 3",
      "at most 3, close",
      "eased",
      "at most 3",
      "eased",
      "free",
      "eased",
    ]);
    expect(asked(scout, { best: plan(3, 900) })).toEqual(["at most 2"]);
  });

  test("goes on from what it found with as many routes as it liked", () => {
    const scout = new Scout(problem, sight.best);
    const free = plan(5, 1010);
    scout.next(sight);
    expect(scout.next({ ...sight, own: free }).from).toBe(sight.best);
    expect(scout.next({ ...sight, own: plan(3, 1200) })).toMatchObject({ from: free, relief: 2 });
  });

  test("looks where the others do once they are together, until that brings nothing", () => {
    const scout = new Scout(problem, sight.best);
    const together: Partial<Sight> = { stage: "together" };
    const better = { ...together, best: plan(4, 990) };
    expect(asked(scout, together, together, better, better, better, better)).toEqual([
      "close",
      "close",
      "close",
      "close",
      "eased",
      "at most 3",
    ]);
    expect(asked(scout, { ...better, stage: "last" })).toEqual(["close"]);
  });

  test("does not count routes that are short, nor those of crews, nor where not everything fits", () => {
    const short = { best: plan(10, 1000), own: plan(10, 1000) };
    expect(asked(new Scout(problem, short.best), short, short)).toEqual(["eased", "free"]);
    const crews = { ...problem, slotClass: problem.slotClass.map(() => -1) };
    expect(asked(new Scout(crews, sight.best), {}, {}, {})).toEqual(["free", "free", "free"]);
    const full = { best: plan(4, 1000, 3), own: plan(4, 1000, 3) };
    expect(asked(new Scout(problem, full.best), full, full)).toEqual(["close", "close"]);
  });
});
