import type { Compiled } from "./compiled.ts";
import { groupOf, type PooledRoute } from "./pool.ts";

/** Routes met so far as the columns of a set partitioning: each visit in at most one, each slot or kind of slot as often as there are. */
export interface Columns {
  problem: Compiled;
  routes: readonly PooledRoute[];
  /** What leaving a visit out costs. */
  price: Float64Array;
  /** What each route costs, and its visits: from `visits[from[column]]` until where the next begins. */
  cost: Float64Array;
  from: Int32Array;
  visits: Int32Array;
  /** Slot, or kind of slot, of each route; and how many routes each can have. */
  group: Int32Array;
  most: Int32Array;
}

export const columnsOf = (
  problem: Compiled,
  routes: readonly PooledRoute[],
  price: Float64Array,
): Columns => {
  const most = new Int32Array(problem.slots);
  for (let slot = 0; slot < problem.slots; slot += 1) most[groupOf(problem, slot)]! += 1;
  const from = new Int32Array(routes.length + 1);
  for (const [column, { visits }] of routes.entries()) from[column + 1] = from[column]! + visits.length;
  const visits = new Int32Array(from[routes.length]!);
  for (const [column, route] of routes.entries()) visits.set(route.visits, from[column]!);
  return {
    problem,
    routes,
    price,
    cost: Float64Array.from(routes, ({ cost }) => cost),
    from,
    visits,
    group: Int32Array.from(routes, ({ slot }) => groupOf(problem, slot)),
    most,
  };
};

/** Multipliers: what a visit is worth, and what a slot costs to use. */
export interface Duals {
  values: Float64Array;
  rents: Float64Array;
}

/** What a route costs beyond the worth of its visits. */
export const reducedCost = (
  { cost, from, visits, group }: Columns,
  { values, rents }: Duals,
  column: number,
): number => {
  let sum = cost[column]! + rents[group[column]!]!;
  for (let index = from[column]!; index < from[column + 1]!; index += 1) sum -= values[visits[index]!]!;
  return sum;
};
