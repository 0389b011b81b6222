import { describe, expect, test } from "vitest";
import { Annealer, type Cycle, type Found } from "./anneal.ts";
import { randomFrom } from "./random.ts";
import { type Errand, Scout, type Sight } from "./scout.ts";
import { State } from "./state.ts";
import { someCustomers } from "./testing.ts";
import { usualTuning } from "./tuning.ts";

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
  const kindOf = ({ relief, hot, origin }: Errand): string => {
    if (origin) return origin;
    if (relief) return "eased";
    return hot < 1 ? "close" : "free";
  };
  const sight: Sight = { stage: "apart", isFirst: false, best: plan(4, 1000), own: plan(4, 1000) };
  const asked = (scout: Scout, ...sights: Partial<Sight>[]) =>
    sights.map((each) => kindOf(scout.next({ ...sight, ...each })));

  /** Routes as long as what a step takes out, or shorter. */
  const short = { best: plan(10, 1000), own: plan(10, 1000) };

  test("makes routes cheaper by turns where they are short, and begins anew many times where they are long", () => {
    const turns = (more: Partial<Sight>) =>
      asked(new Scout(problem, sight.best), { isFirst: true, ...more }, more, more, more);
    expect(turns({})).toEqual(["anew", "anew", "anew", "anew"]);
    expect(turns(short)).toEqual(["eased", "free", "eased", "free"]);
  });

  test("begins from the first plan, hot and with routes cheaper at first or with neither of both", () => {
    const first = plan(4, 2000);
    const anew = { from: first, hot: 3, cold: 0.05, relief: 2, origin: "anew" };
    expect(new Scout(problem, first).next({ ...sight, own: plan(5, 1010) })).toEqual(anew);

    const other = new Scout(problem, first);
    const next = () => other.next({ ...sight, ...short, own: plan(11, 1010) });
    expect(next()).toEqual({ from: first, hot: 3, cold: 0.05, relief: 2 });
    expect(next()).toEqual({ from: first, hot: 1, cold: 0.05 });
  });

  test("goes on from what it found where crews and days differ", () => {
    const crews = { ...problem, slotClass: problem.slotClass.map(() => -1) };
    const own = plan(4, 1010);
    expect(new Scout(crews, sight.best).next({ ...sight, own })).toEqual({ from: own, hot: 1, cold: 0.05 });
  });

  test("looks where the others do once they are together, until that brings nothing", () => {
    const scout = new Scout(problem, short.best);
    const together: Partial<Sight> = { stage: "together", ...short };
    const better = { ...together, best: plan(10, 990) };
    const found = asked(scout, together, together, better, better, better, better);
    expect(found).toEqual(["close", "close", "close", "close", "eased", "free"]);
    expect(asked(scout, { ...better, stage: "last" })).toEqual(["close"]);
  });

  test("looks between plans met where routes are long, and for new ones when that brings nothing twice", () => {
    const scout = new Scout(problem, sight.best);
    const together: Partial<Sight> = { stage: "together" };
    const found = asked(scout, ...Array.from({ length: 8 }, () => together));
    expect(found).toEqual(["between", "between", "anew", "between", "anew", "between", "anew", "between"]);
    expect(asked(scout, { stage: "last" })).toEqual(["between"]);
  });

  test("does not count routes that are short, nor those of crews", () => {
    expect(asked(new Scout(problem, short.best), short, short)).toEqual(["eased", "free"]);
    const crews = { ...problem, slotClass: problem.slotClass.map(() => -1) };
    expect(asked(new Scout(crews, sight.best), {}, {}, {})).toEqual(["free", "free", "free"]);
  });

  test("looks close where not everything fits, and begins anew when that brings nothing", () => {
    const first = plan(4, 2000, 9);
    const full = (missing: number, more: Partial<Sight> = {}): Partial<Sight> => ({
      best: plan(4, 1000, missing),
      own: plan(4, 1000, missing),
      ...more,
    });
    const scout = new Scout(problem, first);
    // What is missing counts before the cost.
    expect(asked(scout, full(5), full(4, { best: plan(4, 1200, 4) }))).toEqual(["close", "close"]);
    expect(scout.next({ ...sight, ...full(4), best: plan(4, 1200, 4) })).toMatchObject({
      from: first,
      hot: 3,
    });
    expect(asked(scout, full(4, { stage: "last" }))).toEqual(["close"]);
  });
});
