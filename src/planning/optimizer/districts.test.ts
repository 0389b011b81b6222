import { describe, expect, test } from "vitest";
import { courseFor } from "./course.ts";
import { divide } from "./districts.ts";
import { firstPlan } from "./firstPlan.ts";
import { randomFrom } from "./random.ts";
import { solve } from "./solve.ts";
import { State } from "./state.ts";
import { someCustomers } from "./testing.ts";
import { usualTuning } from "./tuning.ts";

const range = (count: number) => Array.from({ length: count }, (_, index) => index);

describe("the districts of a plan", () => {
  const problem = someCustomers(120);
  const { plan } = firstPlan(problem, undefined).found;
  // A route less: its visits stand nowhere.
  const stands = plan.slice(1);
  const districts = divide(problem, stands, 3, randomFrom(5));
  const sorted = (of: "slots" | "visits") =>
    districts.flatMap((district) => Array.from(district[of])).toSorted((a, b) => a - b);

  test("have every slot and every visit once, and about as many visits each", () => {
    expect(sorted("slots")).toEqual(range(problem.slots));
    expect(sorted("visits")).toEqual(range(problem.visits));
    for (const { visits } of districts) {
      expect(visits.length).toBeGreaterThan(30);
      expect(visits.length).toBeLessThan(50);
    }
  });

  test("have routes as a whole, and empty slots each", () => {
    for (const { slot, visits } of stands) {
      const home = districts.find((district) => district.slots.includes(slot))!;
      expect(visits.filter((visit) => !home.visits.includes(visit))).toEqual([]);
    }
    const used = new Set(stands.map(({ slot }) => slot));
    for (const { slots } of districts) expect(slots.some((slot) => !used.has(slot))).toBe(true);
  });

  test("are others from draw to draw", () => {
    expect(divide(problem, stands, 3, randomFrom(5))).toEqual(districts);
    expect(divide(problem, stands, 3, randomFrom(6))).not.toEqual(districts);
  });

  test("are there for whoever has nothing to do as well", () => {
    const one = [{ slot: 0, visits: range(problem.visits), options: [] }];
    const sizes = divide(problem, one, 2, randomFrom(1)).map(({ visits }) => visits.length);
    expect(sizes).toEqual([problem.visits, 0]);
  });
});

describe("a search of many visits", () => {
  const problem = someCustomers(400);
  const { found: first } = firstPlan(problem, undefined);
  const about = { problem, first, threads: 2, rounds: 2, seed: 1, isInForce: false };

  test("gives each thread a district of its own, and takes what they found as one plan", () => {
    const course = courseFor(about);
    const errands = course.next(first);
    const visitsOf = (plan: typeof first.plan) =>
      plan.flatMap(({ visits }) => visits).toSorted((a, b) => a - b);
    for (const { from, district } of errands) {
      expect(from.plan.length).toBeGreaterThan(20);
      expect(visitsOf(from.plan).filter((visit) => !district!.visits.includes(visit))).toEqual([]);
    }
    const whole = course.take(
      errands.map(({ from }, index) => ({ ...from, missing: index, cost: 10 + index })),
    );
    expect(visitsOf(whole.plan)).toEqual(visitsOf(first.plan));
    expect(whole).toMatchObject({ missing: 1, cost: 21 });
    expect(courseFor({ ...about, problem: someCustomers(399) }).next(first)[0]!.district).toBeUndefined();
  });

  test("visits all of them, says what it costs, and is the same for the same seed and steps", async () => {
    const effort = { steps: 3000, threads: 2, seed: 4 };
    const found = await solve(problem, effort);
    expect(found.missing).toBe(0);
    expect(found.cost).toBeLessThan(0.8 * first.cost);
    const state = new State(problem, randomFrom(1), usualTuning);
    state.load(found.plan);
    expect(state.absentCount).toBe(0);
    expect(state.routesCost()).toBe(found.cost);
    for (const { slot } of found.plan) expect(state.routes.fits(slot)).toBe(true);
    expect((await solve(problem, { ...effort, withThisThread: true })).plan).toEqual(found.plan);
  });

  test("goes on from a plan in force, alone too", async () => {
    const found = await solve(problem, { steps: 2000, threads: 1, seed: 4, from: first.plan });
    expect(found.missing).toBe(0);
    expect(found.cost).toBeLessThan(first.cost);
  });
});
