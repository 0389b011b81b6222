import type { Choice } from "./choice.ts";
import { type Columns, type Duals, reducedCost } from "./columns.ts";

/** Rounds that may bring nothing before the pace goes down, how far, and the lowest pace. */
const patience = 20;
const slower = 0.7;
const slowest = 0.01;
/** How much of the direction before is kept in each round: without it the multipliers swing to and fro, far from the best bound. */
const kept = 0.8;
/** Rounds of which one looks at all routes, the others at those that nearly pay; how near that is, as a share of the gap. */
const turns = 8;
const nearly = 0.3;
/** How much each round counts in how often a route is picked. */
const recent = 0.1;

export interface Bound extends Duals {
  bound: number;
}

/** Lagrangian bound by subgradient (Held and Karp, Math. Program. 1, 1971, 6–25) on what is still to be chosen. */
export class Subgradient {
  private readonly columns: Columns;
  private readonly choice: Choice;
  readonly values: Float64Array;
  readonly rents: Float64Array;
  /** How much too often, or too seldom, each visit and slot is used at these multipliers. */
  private readonly slack: Float64Array;
  private readonly spare: Float64Array;
  /** Where visits and slots are going: this round's slack, and what is kept of those before. */
  private readonly course: Float64Array;
  private readonly courseOfSlots: Float64Array;
  /** What each route costs beyond the worth of its visits at these multipliers. */
  readonly reduced: Float64Array;
  /** How often each route paid of late, from 0 to 1: about its share in the best mixture of routes. */
  readonly picked: Float64Array;
  best: Bound;
  private pace = 1;
  private stale = 0;
  private turn = 0;
  /** Of the open routes the first so many nearly pay. */
  private near = 0;

  constructor(columns: Columns, choice: Choice, { values, rents }: Duals) {
    const { visits, slots } = columns.problem;
    this.columns = columns;
    this.choice = choice;
    this.values = values.map((value, visit) => Math.min(value, columns.price[visit]!));
    this.rents = rents.slice();
    this.slack = new Float64Array(visits);
    this.spare = new Float64Array(slots);
    this.course = new Float64Array(visits);
    this.courseOfSlots = new Float64Array(slots);
    this.reduced = new Float64Array(columns.routes.length);
    this.picked = new Float64Array(columns.routes.length);
    this.best = this.nothing();
  }

  private nothing(): Bound {
    return { bound: Number.NEGATIVE_INFINITY, values: this.values.slice(), rents: this.rents.slice() };
  }

  /** Goes on after something was chosen: what was the bound holds no more. */
  restart(): void {
    this.best = this.nothing();
    this.pace = 0.5;
    this.stale = 0;
    this.turn = 0;
    this.course.fill(0);
    this.courseOfSlots.fill(0);
  }

  /** So many rounds, or until so few looks are left; false when what is to be chosen cannot cost less than `limit`. */
  run(rounds: number, limit: number, looks = 0): boolean {
    for (let round = 0; round < rounds; round += 1)
      if (this.choice.looks < looks || !this.round(limit)) break;
    return this.best.bound < limit - 0.5;
  }

  /** One round; false when there is nothing left to gain under `limit`. */
  private round(limit: number): boolean {
    const { choice } = this;
    const isFull = this.turn === 0;
    this.turn = (this.turn + 1) % turns;
    const bound = this.own() + this.routes(isFull ? choice.count : this.near);
    // Only what all routes were asked for is a bound.
    if (isFull) {
      if (this.judge(bound)) this.sift(limit - 0.5 - bound);
      this.near = this.bring(nearly * (limit - this.best.bound));
      if (bound >= limit - 0.5 || this.pace < slowest) return false;
    }
    const norm = this.steer();
    if (norm === 0) return !isFull;
    this.walk((this.pace * Math.max(1, limit - bound)) / norm);
    return true;
  }

  /** The part of visits and slots themselves. */
  private own(): number {
    const { values, rents, slack, spare, choice } = this;
    const { problem } = this.columns;
    const { taken, free } = choice;
    let sum = 0;
    for (let visit = 0; visit < problem.visits; visit += 1) {
      slack[visit] = taken[visit] ? 0 : 1;
      if (!taken[visit]) sum += values[visit]!;
    }
    for (let slot = 0; slot < problem.slots; slot += 1) {
      spare[slot] = -free[slot]!;
      sum -= rents[slot]! * free[slot]!;
    }
    return sum;
  }

  /** The part of the routes that pay at these multipliers, of the first `count`. */
  private routes(count: number): number {
    const { slack, spare, reduced, picked, columns } = this;
    const { group, from, visits } = columns;
    const { open } = this.choice;
    this.choice.looks -= count;
    let total = 0;
    for (let rank = 0; rank < count; rank += 1) {
      const column = open[rank]!;
      const sum = reducedCost(columns, this, column);
      reduced[column] = sum;
      picked[column]! *= 1 - recent;
      if (sum >= 0) continue;
      picked[column]! += recent;
      total += sum;
      for (let index = from[column]!; index < from[column + 1]!; index += 1) slack[visits[index]!]! -= 1;
      spare[group[column]!]! += 1;
    }
    return total;
  }

  /** Whether this bound is the best so far. */
  private judge(bound: number): boolean {
    const { best, values, rents } = this;
    if (bound > best.bound) {
      this.stale = 0;
      this.best = { bound, values: values.slice(), rents: rents.slice() };
      return true;
    }
    this.stale += turns;
    if (this.stale > patience) this.slowDown();
    return false;
  }

  /** Goes on from the best multipliers, in smaller steps. */
  private slowDown(): void {
    const { values, rents, course, courseOfSlots, best } = this;
    this.pace *= slower;
    this.stale = 0;
    values.set(best.values);
    rents.set(best.rents);
    course.fill(0);
    courseOfSlots.fill(0);
  }

  /** Brings the routes to the front that cost less than `most` more than their visits are worth; answers how many they are. */
  private bring(most: number): number {
    const { reduced } = this;
    const { open, count } = this.choice;
    let front = 0;
    for (let rank = 0; rank < count; rank += 1) {
      const column = open[rank]!;
      if (reduced[column]! >= most) continue;
      open[rank] = open[front]!;
      open[front++] = column;
    }
    return front;
  }

  /** Leaves out for good what costs so much more than its visits are worth that nothing with it is cheap enough. */
  private sift(most: number): void {
    const { choice, reduced } = this;
    const { open } = choice;
    let left = 0;
    for (let rank = 0; rank < choice.count; rank += 1)
      if (reduced[open[rank]!]! < most) open[left++] = open[rank]!;
    choice.count = left;
  }

  /** Sets the course by what is used too often and too seldom; answers with how far it would lead. */
  private steer(): number {
    const { rents, slack, spare, course, courseOfSlots } = this;
    let norm = 0;
    for (let visit = 0; visit < slack.length; visit += 1) {
      course[visit] = kept * course[visit]! + slack[visit]!;
      norm += course[visit]! ** 2;
    }
    for (let slot = 0; slot < spare.length; slot += 1) {
      courseOfSlots[slot] = kept * courseOfSlots[slot]! + spare[slot]!;
      if (courseOfSlots[slot]! > 0 || rents[slot]! > 0) norm += courseOfSlots[slot]! ** 2;
    }
    return norm;
  }

  private walk(length: number): void {
    const { values, rents, course, courseOfSlots } = this;
    const { price } = this.columns;
    // No visit is worth more than leaving it out costs.
    for (let visit = 0; visit < values.length; visit += 1)
      values[visit] = Math.min(price[visit]!, values[visit]! + length * course[visit]!);
    for (let slot = 0; slot < rents.length; slot += 1)
      rents[slot] = Math.max(0, rents[slot]! + length * courseOfSlots[slot]!);
  }
}
