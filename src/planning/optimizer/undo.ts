import type { Routes } from "./routes.ts";

/** Keeps slots as they were before a step, so that a step that is not taken costs no more than what it touched. */
export class Undo {
  private readonly routes: Routes;
  private readonly kept: Uint8Array;
  /** The slots touched by the step, or by the last one. */
  readonly order: Int32Array;
  touched = 0;
  private readonly node: Int32Array;
  private readonly leaves: Int32Array;
  private readonly latest: Int32Array;
  private readonly leg: Int32Array;
  private readonly option: Int32Array;
  private readonly facts: Int32Array;
  /** Slots touched so far in this step: the first so many of `order`. */
  count = 0;

  constructor(routes: Routes) {
    const { slots } = routes.problem;
    this.routes = routes;
    this.kept = new Uint8Array(slots);
    this.order = new Int32Array(slots);
    this.node = new Int32Array(routes.node.length);
    this.leaves = new Int32Array(routes.node.length);
    this.latest = new Int32Array(routes.node.length);
    this.leg = new Int32Array(routes.node.length);
    this.option = new Int32Array(routes.node.length);
    this.facts = new Int32Array(slots * 5);
  }

  /** Whether a slot was touched in this step. */
  has(slot: number): boolean {
    return this.kept[slot] === 1;
  }

  /** Keeps a slot, the first time it is touched in this step. */
  keep(slot: number): void {
    if (this.kept[slot]) return;
    this.kept[slot] = 1;
    this.order[this.count++] = slot;
    const { routes, facts } = this;
    const base = slot * routes.row;
    const last = base + routes.size[slot]! + 1;
    for (let at = base; at <= last; at += 1) {
      const here = routes.node[at]!;
      this.node[at] = here;
      this.leaves[at] = routes.leaves[at]!;
      this.latest[at] = routes.latest[at]!;
      this.leg[at] = routes.leg[at]!;
      if (at > base && at < last) this.option[at] = routes.optionOf[here]!;
    }
    facts[slot * 5] = routes.size[slot]!;
    facts[slot * 5 + 1] = routes.load[slot]!;
    facts[slot * 5 + 2] = routes.busy[slot]!;
    facts[slot * 5 + 3] = routes.travelled[slot]!;
    facts[slot * 5 + 4] = routes.stamp[slot]!;
  }

  /** The step is taken; what is as it was before it counts as untouched, and what was worked out for it holds. */
  settle(): void {
    const { routes, facts } = this;
    // Who works with whom may have changed.
    if (!routes.problem.teams)
      for (let index = 0; index < this.count; index += 1) {
        const slot = this.order[index]!;
        if (this.isSame(slot)) routes.stamp[slot] = facts[slot * 5 + 4]!;
      }
    this.forget();
  }

  private isSame(slot: number): boolean {
    const { routes } = this;
    const size = routes.size[slot]!;
    if (this.facts[slot * 5] !== size) return false;
    const base = slot * routes.row;
    for (let at = base + 1; at <= base + size; at += 1) {
      const here = routes.node[at]!;
      if (here !== this.node[at] || routes.optionOf[here] !== this.option[at]) return false;
    }
    return true;
  }

  /** The step is taken. */
  forget(): void {
    for (let index = 0; index < this.count; index += 1) this.kept[this.order[index]!] = 0;
    this.touched = this.count;
    this.count = 0;
  }

  /** The step is not taken: everything is as it was. */
  restore(): void {
    const { routes } = this;
    const { visits } = routes.problem;
    for (let index = 0; index < this.count; index += 1) {
      const slot = this.order[index]!;
      const base = slot * routes.row;
      for (let at = base + 1; at <= base + routes.size[slot]!; at += 1) {
        const here = routes.node[at]!;
        if (routes.slotOf[here] === slot) routes.slotOf[here] = -1;
      }
    }
    for (let index = 0; index < this.count; index += 1) this.putBack(this.order[index]!, visits);
    this.forget();
  }

  private putBack(slot: number, visits: number): void {
    const { routes, facts } = this;
    const base = slot * routes.row;
    const size = facts[slot * 5]!;
    for (let at = base; at <= base + size + 1; at += 1) {
      const here = this.node[at]!;
      routes.node[at] = here;
      routes.leaves[at] = this.leaves[at]!;
      routes.latest[at] = this.latest[at]!;
      routes.leg[at] = this.leg[at]!;
      if (here >= visits) continue;
      routes.slotOf[here] = slot;
      routes.optionOf[here] = this.option[at]!;
    }
    routes.size[slot] = size;
    routes.load[slot] = facts[slot * 5 + 1]!;
    routes.busy[slot] = facts[slot * 5 + 2]!;
    routes.travelled[slot] = facts[slot * 5 + 3]!;
    routes.stamp[slot] = facts[slot * 5 + 4]!;
  }
}
