import type { Compiled } from "./compiled.ts";
import { groupOf, type PooledRoute } from "./pool.ts";

/** Routes met so far as the columns of a set partitioning: each visit in at most one, each slot or kind of slot as often as there are. */
export interface Columns {
  problem: Compiled;
  routes: readonly PooledRoute[];
  /** What leaving a visit out costs. */
  price: Float64Array;
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
  return {
    problem,
    routes,
    price,
    group: Int32Array.from(routes, ({ slot }) => groupOf(problem, slot)),
    most,
  };
};

/** Multipliers: what a visit is worth, and what a slot costs to use. */
export interface Duals {
  values: Float64Array;
  rents: Float64Array;
}

/** What each route costs beyond the worth of its visits. */
export const reducedCosts = ({ routes, group }: Columns, { values, rents }: Duals): Float64Array =>
  Float64Array.from(routes, ({ cost, visits }, column) => {
    let sum = cost + rents[group[column]!]!;
    for (let index = 0; index < visits.length; index += 1) sum -= values[visits[index]!]!;
    return sum;
  });
