import type { Columns, Duals } from "./columns.ts";
import type { PooledRoute } from "./pool.ts";

/** Rounds of looking for a better bound, and how long one may bring little before the pace goes down. */
const rounds = 250;
const patience = 15;

export interface Bound extends Duals {
  bound: number;
}

/** Lagrangian bound by subgradient (Held and Karp, Math. Program. 1, 1971, 6–25), begun at the worth of visits in a plan. */
class Subgradient {
  private readonly columns: Columns;
  private readonly values: Float64Array;
  private readonly rents: Float64Array;
  /** How much too often, or too seldom, each visit and slot is used at these multipliers. */
  private readonly slack: Float64Array;
  private readonly spare: Float64Array;
  best: Bound;
  private pace = 1;
  private stale = 0;

  constructor(columns: Columns, start: readonly PooledRoute[]) {
    const { visits, slots } = columns.problem;
    this.columns = columns;
    this.values = new Float64Array(visits);
    this.rents = new Float64Array(slots);
    this.slack = new Float64Array(visits);
    this.spare = new Float64Array(slots);
    for (const route of start)
      for (const visit of route.visits) this.values[visit] = route.cost / route.visits.length;
    this.best = { bound: Number.NEGATIVE_INFINITY, values: this.values.slice(), rents: this.rents.slice() };
  }

  /** One round; false when there is nothing left to gain under `limit`. */
  round(limit: number): boolean {
    const bound = this.own() + this.routes();
    this.judge(bound);
    const norm = this.norm();
    if (norm === 0 || bound >= limit - 0.5) return false;
    this.walk((this.pace * Math.max(1, limit - bound)) / norm);
    return true;
  }

  /** The part of visits and slots themselves. */
  private own(): number {
    const { values, rents, slack, spare } = this;
    const { price, most, problem } = this.columns;
    let sum = 0;
    for (let visit = 0; visit < problem.visits; visit += 1) {
      const unplanned = price[visit]! - values[visit]!;
      sum += values[visit]! + Math.min(0, unplanned);
      slack[visit] = unplanned < 0 ? 0 : 1;
    }
    for (let slot = 0; slot < problem.slots; slot += 1) {
      spare[slot] = -most[slot]!;
      sum -= rents[slot]! * most[slot]!;
    }
    return sum;
  }

  /** The part of the routes that pay at these multipliers. */
  private routes(): number {
    const { values, rents, slack, spare } = this;
    const { routes, group } = this.columns;
    let total = 0;
    for (let column = 0; column < routes.length; column += 1) {
      const { cost, visits } = routes[column]!;
      let sum = cost + rents[group[column]!]!;
      for (let index = 0; index < visits.length; index += 1) sum -= values[visits[index]!]!;
      if (sum >= 0) continue;
      total += sum;
      for (let index = 0; index < visits.length; index += 1) slack[visits[index]!]! -= 1;
      spare[group[column]!]! += 1;
    }
    return total;
  }

  private judge(bound: number): void {
    const { best, values, rents } = this;
    this.stale += 1;
    if (bound > best.bound) {
      if (bound > best.bound + 1e-3 * Math.abs(bound)) this.stale = 0;
      this.best = { bound, values: values.slice(), rents: rents.slice() };
    }
    if (this.stale <= patience) return;
    this.pace /= 1.6;
    this.stale = 0;
  }

  private norm(): number {
    const { rents, slack, spare } = this;
    let norm = 0;
    for (let visit = 0; visit < slack.length; visit += 1) norm += slack[visit]! ** 2;
    for (let slot = 0; slot < spare.length; slot += 1)
      if (spare[slot]! > 0 || rents[slot]! > 0) norm += spare[slot]! ** 2;
    return norm;
  }

  private walk(length: number): void {
    const { values, rents, slack, spare } = this;
    for (let visit = 0; visit < values.length; visit += 1) values[visit]! += length * slack[visit]!;
    for (let slot = 0; slot < rents.length; slot += 1)
      rents[slot] = Math.max(0, rents[slot]! + length * spare[slot]!);
  }
}

/** The best bound found on what any choice of routes costs, with its multipliers. */
export const bestBound = (columns: Columns, limit: number, start: readonly PooledRoute[]): Bound => {
  const search = new Subgradient(columns, start);
  for (let round = 0; round < rounds; round += 1) if (!search.round(limit)) break;
  return search.best;
};
