import { columnsOf, reducedCosts } from "./columns.ts";
import type { Compiled } from "./compiled.ts";
import { bestBound } from "./partitionBound.ts";
import { PartitionTree } from "./partitionTree.ts";
import type { PooledRoute } from "./pool.ts";

/**
 * The cheapest set of routes of the pool that has every visit at most once, when it costs less than `limit`: set
 * partitioning by a Lagrangian bound, leaving out what by its reduced cost cannot be part of it, and a tree over the rest.
 */
export const cheapestPartition = (
  problem: Compiled,
  pool: readonly PooledRoute[],
  { price, limit, start }: { price: Float64Array; limit: number; start: readonly PooledRoute[] },
): PooledRoute[] | null => {
  const columns = columnsOf(problem, pool, price);
  const bound = bestBound(columns, limit, start);
  const reduced = reducedCosts(columns, bound);
  const kept: number[] = [];
  for (let column = 0; column < pool.length; column += 1)
    if (bound.bound + Math.max(0, reduced[column]!) < limit - 0.5) kept.push(column);
  return new PartitionTree(columns, reduced, kept, { bound, limit }).search();
};
