import type { Compiled } from "./compiled.ts";
import { groupOf, type PooledRoute } from "./pool.ts";

/** How long to look: rounds of the bound, and nodes of the tree. */
const rounds = 250;
const mostChecks = 400_000;

interface Columns {
  problem: Compiled;
  routes: readonly PooledRoute[];
  price: Float64Array;
  /** Slot, or kind of slot, of each route; and how many routes each can have. */
  group: Int32Array;
  most: Int32Array;
}

const columnsOf = (problem: Compiled, routes: readonly PooledRoute[], price: Float64Array): Columns => {
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

/**
 * The cheapest set of routes of the pool that has every visit at most once, when it costs less than `limit`: set
 * partitioning by Lagrangian bound (subgradient after Held and Karp), fixing by reduced cost, and a tree over what is left.
 */
export const cheapestPartition = (
  problem: Compiled,
  pool: readonly PooledRoute[],
  { price, limit, start }: { price: Float64Array; limit: number; start: readonly PooledRoute[] },
): PooledRoute[] | null => {
  const columns = columnsOf(problem, pool, price);
  const { bound, values, rents } = bestBound(columns, limit, start);
  const reduced = reducedCosts(columns, values, rents);
  const kept: number[] = [];
  for (let column = 0; column < pool.length; column += 1)
    if (bound + Math.max(0, reduced[column]!) < limit - 0.5) kept.push(column);
  return treeSearch(columns, { kept, reduced, values, rents, limit });
};

const reducedCosts = ({ routes, group }: Columns, values: Float64Array, rents: Float64Array) =>
  Float64Array.from(routes, ({ cost, visits }, column) => {
    let sum = cost + rents[group[column]!]!;
    for (const visit of visits) sum -= values[visit]!;
    return sum;
  });

const bestBound = (columns: Columns, limit: number, start: readonly PooledRoute[]) => {
  const { problem, routes, price, group, most } = columns;
  const values = new Float64Array(problem.visits);
  for (const { cost, visits } of start) for (const visit of visits) values[visit] = cost / visits.length;
  const rents = new Float64Array(problem.slots);
  let best = { bound: Number.NEGATIVE_INFINITY, values: values.slice(), rents: rents.slice() };
  const slack = new Float64Array(problem.visits);
  const spare = new Float64Array(problem.slots);
  let pace = 1;
  let stale = 0;
  for (let round = 0; round < rounds; round += 1) {
    slack.fill(1);
    let bound = 0;
    for (let visit = 0; visit < problem.visits; visit += 1) {
      const unplanned = price[visit]! - values[visit]!;
      bound += values[visit]! + Math.min(0, unplanned);
      if (unplanned < 0) slack[visit]! -= 1;
    }
    for (let slot = 0; slot < problem.slots; slot += 1) {
      spare[slot] = -most[slot]!;
      bound -= rents[slot]! * most[slot]!;
    }
    for (let column = 0; column < routes.length; column += 1) {
      const { cost, visits } = routes[column]!;
      let sum = cost + rents[group[column]!]!;
      for (let index = 0; index < visits.length; index += 1) sum -= values[visits[index]!]!;
      if (sum >= 0) continue;
      bound += sum;
      for (let index = 0; index < visits.length; index += 1) slack[visits[index]!]! -= 1;
      spare[group[column]!]! += 1;
    }
    stale += 1;
    if (bound > best.bound) {
      if (bound > best.bound + 1e-3 * Math.abs(bound)) stale = 0;
      best = { bound, values: values.slice(), rents: rents.slice() };
    }
    if (stale > 15) {
      pace /= 1.6;
      stale = 0;
    }
    let norm = 0;
    for (let visit = 0; visit < problem.visits; visit += 1) norm += slack[visit]! ** 2;
    for (let slot = 0; slot < problem.slots; slot += 1)
      if (spare[slot]! > 0 || rents[slot]! > 0) norm += spare[slot]! ** 2;
    if (norm === 0 || bound >= limit - 0.5) break;
    const length = (pace * Math.max(1, limit - bound)) / norm;
    for (let visit = 0; visit < problem.visits; visit += 1) values[visit]! += length * slack[visit]!;
    for (let slot = 0; slot < problem.slots; slot += 1)
      rents[slot] = Math.max(0, rents[slot]! + length * spare[slot]!);
  }
  return best;
};

interface Tree {
  kept: number[];
  reduced: Float64Array;
  values: Float64Array;
  rents: Float64Array;
  limit: number;
}

const treeSearch = (
  columns: Columns,
  { kept, reduced, values, rents, limit }: Tree,
): PooledRoute[] | null => {
  const { problem, routes, price, group, most } = columns;
  const covers: number[][] = Array.from({ length: problem.visits }, () => []);
  for (const column of kept.toSorted((a, b) => reduced[a]! - reduced[b]!))
    for (const visit of routes[column]!.visits) covers[visit]!.push(column);
  let floor = 0;
  for (let visit = 0; visit < problem.visits; visit += 1) floor += values[visit]!;
  for (let slot = 0; slot < problem.slots; slot += 1) floor -= rents[slot]! * most[slot]!;
  let negative = 0;
  for (const column of kept) negative += Math.min(0, reduced[column]!);
  const taken = new Uint8Array(problem.visits);
  const used = new Int32Array(problem.slots);
  const chosen: number[] = [];
  let best: number[] | null = null;
  let ceiling = limit - 0.5;
  let checks = 0;
  const free = (column: number) => {
    checks += 1;
    if (used[group[column]!]! >= most[group[column]!]!) return false;
    const { visits } = routes[column]!;
    for (let index = 0; index < visits.length; index += 1) if (taken[visits[index]!]) return false;
    return true;
  };
  const scarcest = () => {
    let found = -1;
    let fewest = Number.POSITIVE_INFINITY;
    for (let visit = 0; visit < problem.visits; visit += 1) {
      if (taken[visit]) continue;
      let count = 0;
      for (const column of covers[visit]!) {
        if (free(column)) count += 1;
        if (count >= fewest) break;
      }
      if (count < fewest) {
        fewest = count;
        found = visit;
      }
      if (fewest === 0) break;
    }
    return found;
  };
  const descend = (sum: number, actual: number): void => {
    if (checks > mostChecks) return;
    const visit = scarcest();
    if (visit < 0) {
      if (actual < ceiling) {
        ceiling = actual - 0.5;
        best = chosen.slice();
      }
      return;
    }
    for (const column of covers[visit]!) {
      const next = sum + Math.max(0, reduced[column]!);
      if (floor + negative + next >= ceiling) break;
      if (!free(column)) continue;
      const { visits, cost } = routes[column]!;
      for (const each of visits) taken[each] = 1;
      used[group[column]!]! += 1;
      chosen.push(column);
      descend(next, actual + cost);
      chosen.pop();
      used[group[column]!]! -= 1;
      for (const each of visits) taken[each] = 0;
    }
    const unplanned = sum + price[visit]! - values[visit]!;
    if (floor + negative + unplanned >= ceiling) return;
    taken[visit] = 1;
    descend(unplanned, actual + price[visit]!);
    taken[visit] = 0;
  };
  descend(0, 0);
  return best ? (best as number[]).map((column) => routes[column]!) : null;
};
