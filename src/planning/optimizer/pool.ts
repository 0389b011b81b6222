import type { Compiled } from "./compiled.ts";
import { randomFrom } from "./random.ts";
import type { Routes } from "./routes.ts";

/** One route of a plan found earlier: its slot and visits in driving order, with the option chosen for each. */
export interface Route {
  slot: number;
  visits: number[];
  options: number[];
}

export interface PooledRoute extends Route {
  cost: number;
}

/** The slot, or the kind of slot where several are alike. */
export const groupOf = ({ slotClass }: Compiled, slot: number): number =>
  slotClass[slot]! >= 0 ? slotClass[slot]! : slot;

/** Good routes met on the way, one per slot (or kind of slot) and set of visits: the cheapest. */
export class Pool {
  private readonly problem: Compiled;
  private readonly marks: Float64Array;
  private readonly room: number;
  private readonly routes = new Map<number, PooledRoute>();
  private fresh: PooledRoute[] = [];

  constructor(problem: Compiled, room = 6000) {
    this.problem = problem;
    this.room = room;
    const random = randomFrom(1);
    const marks = problem.visits + problem.slots;
    this.marks = Float64Array.from({ length: marks }, () => Math.floor(random.next() * 2 ** 44));
  }

  get size(): number {
    return this.routes.size;
  }

  all(): PooledRoute[] {
    return [...this.routes.values()];
  }

  add(from: Routes, slot: number, cost: number): void {
    const size = from.size[slot]!;
    if (size === 0) return;
    const base = slot * from.row;
    const driven = from.node.subarray(base + 1, base + size + 1);
    const key = this.keyOf(slot, driven);
    const known = this.routes.get(key);
    if (known && known.cost <= cost) return;
    const visits = Array.from(driven);
    const options = visits.map((visit) => from.optionOf[visit]!);
    this.keep(key, { slot, visits, options, cost });
  }

  /** What was added since the last time this was asked. */
  takeFresh(): PooledRoute[] {
    const { fresh } = this;
    this.fresh = [];
    return fresh;
  }

  /** Takes in routes from another pool. */
  merge(routes: readonly PooledRoute[]): void {
    for (const route of routes) {
      const key = this.keyOf(route.slot, route.visits);
      const known = this.routes.get(key);
      if (!known || known.cost > route.cost) this.keep(key, route);
    }
  }

  private keyOf(slot: number, visits: ArrayLike<number>): number {
    const { problem, marks } = this;
    let key = marks[problem.visits + groupOf(problem, slot)]!;
    for (let index = 0; index < visits.length; index += 1) key += marks[visits[index]!]!;
    return key;
  }

  private keep(key: number, route: PooledRoute): void {
    this.routes.delete(key);
    this.routes.set(key, route);
    this.fresh.push(route);
    if (this.routes.size > this.room) this.forgetOldest();
  }

  /** Drops the tenth that was met longest ago. */
  private forgetOldest(): void {
    let left = Math.floor(this.room / 10);
    for (const key of this.routes.keys()) {
      if (left-- === 0) break;
      this.routes.delete(key);
    }
  }
}
