import { type Choice, choose, isFree, unchoose } from "./choice.ts";
import { type Columns, reducedCost } from "./columns.ts";
import type { Bound } from "./partitionBound.ts";

/** Depth first over the routes that can be part of something cheaper than `limit`: the visit with the fewest ways first. */
export class PartitionTree {
  private readonly columns: Columns;
  private readonly choice: Choice;
  private readonly reduced: Float64Array;
  private readonly values: Float64Array;
  /** For each visit the routes that have it, most promising first. */
  private readonly covers: number[][];
  /** What every choice costs at least. */
  private readonly floor: number;
  private best: number[] | null = null;
  private ceiling: number;
  /** How often it may still look whether a route may be taken. */
  checks: number;

  constructor(
    columns: Columns,
    choice: Choice,
    { bound, limit, checks }: { bound: Bound; limit: number; checks: number },
  ) {
    const { problem, from, visits } = columns;
    const { open, count, taken, free } = choice;
    this.columns = columns;
    this.choice = choice;
    this.checks = checks;
    this.reduced = new Float64Array(columns.routes.length);
    this.values = bound.values;
    this.ceiling = limit - 0.5;
    let floor = choice.cost;
    for (let visit = 0; visit < problem.visits; visit += 1) if (!taken[visit]) floor += bound.values[visit]!;
    for (let slot = 0; slot < problem.slots; slot += 1) floor -= bound.rents[slot]! * free[slot]!;
    for (const column of open.subarray(0, count)) {
      this.reduced[column] = reducedCost(columns, bound, column);
      floor += Math.min(0, this.reduced[column]!);
    }
    this.floor = floor;
    this.covers = Array.from({ length: problem.visits }, () => []);
    const promising = open.subarray(0, count).toSorted((a, b) => this.reduced[a]! - this.reduced[b]!);
    for (const column of promising)
      for (let index = from[column]!; index < from[column + 1]!; index += 1)
        this.covers[visits[index]!]!.push(column);
  }

  /** The cheapest choice under the limit, as far as there was time to look; null when there is none. */
  search(): number[] | null {
    this.descend(0, 0);
    return this.best;
  }

  /** Whether there was time to look at every choice. */
  get isAll(): boolean {
    return this.checks >= 0;
  }

  private descend(sum: number, unplanned: number): void {
    const { columns, choice } = this;
    if (this.checks < 0) return;
    const visit = this.scarcest();
    if (visit < 0) {
      if (choice.cost + unplanned >= this.ceiling) return;
      this.ceiling = choice.cost + unplanned - 0.5;
      this.best = choice.chosen.slice();
      return;
    }
    for (const column of this.covers[visit]!) {
      const next = sum + Math.max(0, this.reduced[column]!);
      if (this.floor + next >= this.ceiling) break;
      if (!this.mayTake(column)) continue;
      choose(columns, choice, column);
      this.descend(next, unplanned);
      unchoose(columns, choice);
    }
    const price = columns.price[visit]!;
    const left = sum + price - this.values[visit]!;
    if (this.floor + left >= this.ceiling) return;
    choice.taken[visit] = 1;
    this.descend(left, unplanned + price);
    choice.taken[visit] = 0;
  }

  private mayTake(column: number): boolean {
    this.checks -= 1;
    return isFree(this.columns, this.choice, column);
  }

  /** The visit that is not taken yet with the fewest routes left, or -1 when all are. */
  private scarcest(): number {
    const { taken } = this.choice;
    let found = -1;
    let fewest = Number.POSITIVE_INFINITY;
    for (let visit = 0; visit < taken.length && fewest > 0; visit += 1) {
      if (taken[visit]) continue;
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
      if (this.mayTake(column)) count += 1;
      if (count >= most) break;
    }
    return count;
  }
}
