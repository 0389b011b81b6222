import type { Columns } from "./columns.ts";
import type { Bound } from "./partitionBound.ts";
import type { PooledRoute } from "./pool.ts";

/** Looks at a route whether it may still be taken, in all. */
const mostChecks = 400_000;

/** Depth first over the routes that can be part of something cheaper than `limit`: the visit with the fewest ways first. */
export class PartitionTree {
  private readonly columns: Columns;
  private readonly reduced: Float64Array;
  private readonly values: Float64Array;
  /** For each visit the routes that have it, most promising first. */
  private readonly covers: number[][];
  /** What every choice costs at least. */
  private readonly floor: number;
  private readonly taken: Uint8Array;
  private readonly used: Int32Array;
  private readonly chosen: number[] = [];
  private best: number[] | null = null;
  private ceiling: number;
  private checks = 0;

  constructor(
    columns: Columns,
    reduced: Float64Array,
    kept: readonly number[],
    { bound, limit }: { bound: Bound; limit: number },
  ) {
    const { problem, routes, most } = columns;
    this.columns = columns;
    this.reduced = reduced;
    this.values = bound.values;
    this.ceiling = limit - 0.5;
    this.taken = new Uint8Array(problem.visits);
    this.used = new Int32Array(problem.slots);
    this.covers = Array.from({ length: problem.visits }, () => []);
    for (const column of kept.toSorted((a, b) => reduced[a]! - reduced[b]!))
      for (const visit of routes[column]!.visits) this.covers[visit]!.push(column);
    const worth = bound.values.reduce((sum, value) => sum + value, 0);
    const rented = bound.rents.reduce((sum, rent, slot) => sum + rent * most[slot]!, 0);
    this.floor = worth - rented + kept.reduce((sum, column) => sum + Math.min(0, reduced[column]!), 0);
  }

  /** The cheapest choice under the limit, as far as there was time to look; null when there is none. */
  search(): PooledRoute[] | null {
    this.descend(0, 0);
    return this.best?.map((column) => this.columns.routes[column]!) ?? null;
  }

  private descend(sum: number, cost: number): void {
    if (this.checks > mostChecks) return;
    const visit = this.scarcest();
    if (visit < 0) {
      if (cost >= this.ceiling) return;
      this.ceiling = cost - 0.5;
      this.best = this.chosen.slice();
      return;
    }
    for (const column of this.covers[visit]!) {
      const next = sum + Math.max(0, this.reduced[column]!);
      if (this.floor + next >= this.ceiling) break;
      if (this.isFree(column)) this.take(column, next, cost);
    }
    const price = this.columns.price[visit]!;
    const unplanned = sum + price - this.values[visit]!;
    if (this.floor + unplanned >= this.ceiling) return;
    this.taken[visit] = 1;
    this.descend(unplanned, cost + price);
    this.taken[visit] = 0;
  }

  private take(column: number, sum: number, cost: number): void {
    const { taken, used, chosen } = this;
    const { routes, group } = this.columns;
    const route = routes[column]!;
    for (const each of route.visits) taken[each] = 1;
    used[group[column]!]! += 1;
    chosen.push(column);
    this.descend(sum, cost + route.cost);
    chosen.pop();
    used[group[column]!]! -= 1;
    for (const each of route.visits) taken[each] = 0;
  }

  private isFree(column: number): boolean {
    const { taken, used } = this;
    const { routes, group, most } = this.columns;
    this.checks += 1;
    if (used[group[column]!]! >= most[group[column]!]!) return false;
    const { visits } = routes[column]!;
    for (let index = 0; index < visits.length; index += 1) if (taken[visits[index]!]) return false;
    return true;
  }

  /** The visit that is not taken yet with the fewest routes left, or -1 when all are. */
  private scarcest(): number {
    let found = -1;
    let fewest = Number.POSITIVE_INFINITY;
    for (let visit = 0; visit < this.taken.length && fewest > 0; visit += 1) {
      if (this.taken[visit]) continue;
      const count = this.waysFor(visit, fewest);
      if (count >= fewest) continue;
      fewest = count;
      found = visit;
    }
    return found;
  }

  private waysFor(visit: number, most: number): number {
    let count = 0;
    for (const column of this.covers[visit]!) {
      if (this.isFree(column)) count += 1;
      if (count >= most) break;
    }
    return count;
  }
}
