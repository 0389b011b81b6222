import { describe, expect, test } from "vitest";
import { emptyProblem } from "./build.ts";
import { cheapestPartition, dualsOf } from "./partition.ts";
import type { PooledRoute } from "./pool.ts";
import { randomFrom } from "./random.ts";

const visits = 12;
const unplanned = 500;

/** Routes of one to five visits that cost about as much as they are long, some of them a bargain. */
const aPool = (count: number, slots: number, seed: number): PooledRoute[] => {
  const random = randomFrom(seed);
  return Array.from({ length: count }, () => {
    const size = 1 + random.below(5);
    const all = Array.from({ length: visits }, (_, visit) => visit);
    const chosen = Array.from({ length: size }, () => all.splice(random.below(all.length), 1)[0]!);
    return {
      slot: random.below(slots),
      visits: chosen,
      options: chosen,
      cost: 100 + 40 * size + random.below(120),
    };
  });
};

const maskOf = (route: PooledRoute) => route.visits.reduce((mask, visit) => mask | (1 << visit), 0);

/** The lowest cost by trying everything: for each set of visits the cheapest choice, slot by slot. */
const lowestOf = (pool: readonly PooledRoute[], slots: number, price = unplanned) => {
  let costs = new Float64Array(1 << visits).fill(Number.POSITIVE_INFINITY);
  costs[0] = 0;
  for (let slot = 0; slot < slots; slot += 1) {
    const next = costs.slice();
    for (const route of pool.filter((each) => each.slot === slot)) {
      const mask = maskOf(route);
      for (let set = 0; set < costs.length; set += 1)
        if ((set & mask) === 0) next[set | mask] = Math.min(next[set | mask]!, costs[set]! + route.cost);
    }
    costs = next;
  }
  const left = (set: number) => visits - set.toString(2).replaceAll("0", "").length;
  return Math.min(...costs.map((cost, set) => cost + price * left(set)));
};

const costOf = (routes: readonly PooledRoute[], price = unplanned) => {
  const planned = routes.reduce((sum, route) => sum + route.visits.length, 0);
  return routes.reduce((sum, { cost }) => sum + cost, 0) + price * (visits - planned);
};

const chosenFrom = (pool: readonly PooledRoute[], slots: number, limit: number, each = unplanned) => {
  const problem = emptyProblem({ visits, slots, places: 1, days: 1 });
  const price = new Float64Array(visits).fill(each);
  const asked = { pool, price, limit, duals: dualsOf(problem, []), looks: 3e6, random: randomFrom(1) };
  return cheapestPartition(problem, asked).routes;
};

describe.each([
  ["few routes", 80, true],
  ["many routes", 3000, false],
])("putting %s together", (_, count, isExact) => {
  test.each([1, 2, 3, 4])(
    "finds a cheap choice with every visit and every crew's day at most once",
    (seed) => {
      const slots = 4;
      const pool = aPool(count, slots, seed);
      const lowest = lowestOf(pool, slots);
      const routes = chosenFrom(pool, slots, visits * unplanned)!;
      expect(new Set(routes.map(({ slot }) => slot)).size).toBe(routes.length);
      expect(new Set(routes.flatMap((route) => route.visits)).size).toBe(
        routes.flatMap((route) => route.visits).length,
      );
      // Among few routes the tree leaves no doubt; among many the way down may miss the very best.
      expect(costOf(routes)).toBeLessThanOrEqual(isExact ? lowest : 1.01 * lowest);
    },
  );

  test("finds nothing where nothing is cheaper than what there is", () => {
    const pool = aPool(count, 4, 9);
    expect(chosenFrom(pool, 4, lowestOf(pool, 4))).toBeNull();
  });
});

test.each([1, 2, 3, 4, 5, 6])(
  "putting routes together leaves out what is dearer to do than to leave",
  (seed) => {
    const price = 75;
    const pool = aPool(150, 3, seed);
    const lowest = lowestOf(pool, 3, price);
    const routes = chosenFrom(pool, 3, visits * price, price)!;
    expect(routes.reduce((sum, route) => sum + route.visits.length, 0)).toBeLessThan(visits);
    expect(costOf(routes, price)).toBe(lowest);
  },
);

test("putting no routes together finds nothing", () => {
  expect(chosenFrom([], 3, visits * unplanned)).toBeNull();
});
