import { expect, test } from "vitest";
import { firstPlan } from "./firstPlan.ts";
import { RouteJoiner } from "./joinRoutes.ts";
import type { PooledRoute } from "./pool.ts";
import { randomFrom } from "./random.ts";
import { someCustomers } from "./testing.ts";

const visits = 40;
const problem = someCustomers(visits);
const { found: best } = firstPlan(problem, undefined);

/** Routes that together cost less than the best plan: its own, as if they were cheaper. */
const bargains: PooledRoute[] = best.plan.map((route) => ({
  ...route,
  cost: best.cost / (2 * best.plan.length),
}));
/** Routes nobody would choose. */
const dear = (count: number): PooledRoute[] => {
  const random = randomFrom(2);
  return Array.from({ length: count }, () => {
    const some = [...new Set([random.below(visits), random.below(visits), random.below(visits)])];
    return { slot: 0, visits: some, options: some.map(() => 0), cost: best.cost };
  });
};

test("routes met long ago are put together with new ones", () => {
  const joiner = new RouteJoiner(problem);
  joiner.take(bargains.slice(0, 2));
  joiner.take(dear(20_000));
  joiner.take(bargains.slice(2));
  const found = joiner.join(best, 3e6);
  const visitsOf = (plan: readonly { visits: number[] }[]) => plan.map((route) => route.visits);
  expect(visitsOf(found!.plan)).toEqual(expect.arrayContaining(visitsOf(best.plan)));
});

test("where no route is new nothing is put together", () => {
  const joiner = new RouteJoiner(problem);
  expect(joiner.join(best, 1e6)).toBeNull();
  joiner.take(bargains);
  expect(joiner.join(best, 1e6)).not.toBeNull();
  expect(joiner.join(best, 1e6)).toBeNull();
});
