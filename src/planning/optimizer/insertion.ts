import type { Compiled } from "./compiled.ts";
import type { Routes } from "./routes.ts";
import type { Undo } from "./undo.ts";

/** No place at all. */
export const nowhere = 1e15;

/**
 * The cheapest place of a visit in a slot. Answers are kept per visit and slot and hold while the slot's stamp is the
 * same, so that a step of the search works out only what it touched. Two are kept: one of the slot as it stood before the
 * step, which holds again when the step is not taken, and one of the slot as the step made it. Who asks says what it must
 * stay under: whether a place that is dear anyway would be in time need not be known.
 */
export class Insertions {
  readonly cost: Float64Array;
  readonly place: Int32Array;
  readonly option: Int32Array;
  private readonly stamp: Int32Array;
  /** Where the last scan found the place of its answer. */
  found = -1;
  private readonly problem: Compiled;
  private readonly routes: Routes;
  private readonly undo: Undo;

  constructor(routes: Routes, undo: Undo) {
    const { problem } = routes;
    this.problem = problem;
    this.routes = routes;
    this.undo = undo;
    const pairs = 2 * problem.visits * problem.slots;
    this.cost = new Float64Array(pairs);
    this.place = new Int32Array(pairs);
    this.option = new Int32Array(pairs);
    this.stamp = new Int32Array(pairs);
  }

  /** Cost of the best place when that is under `limit`, else some number from `limit` up; `answer` then tells which place. */
  best(visit: number, slot: number, limit: number): number {
    const before = 2 * (visit * this.problem.slots + slot);
    const stamp = this.routes.stamp[slot]!;
    const known = this.stamp[before]!;
    const cost = this.cost[before]!;
    if (known === stamp || (known === -stamp && cost >= limit)) return cost;
    const asMade = before + 1;
    const other = this.stamp[asMade]!;
    const otherCost = this.cost[asMade]!;
    if (other === stamp || (other === -stamp && otherCost >= limit)) {
      if (!this.undo.has(slot)) this.copy(asMade, before);
      return otherCost;
    }
    return this.search(visit, slot, known === -stamp || other === -stamp ? nowhere : limit);
  }

  /** Where place and option stand of what `best` found for this visit and slot. */
  answer(visit: number, slot: number): number {
    const before = 2 * (visit * this.problem.slots + slot);
    return this.stamp[before] === this.routes.stamp[slot] ? before : before + 1;
  }

  private copy(from: number, to: number): void {
    this.stamp[to] = this.stamp[from]!;
    this.cost[to] = this.cost[from]!;
    this.place[to] = this.place[from]!;
    this.option[to] = this.option[from]!;
  }

  /** Cost within one option only; `found` then is the place. Nothing is kept. */
  at(visit: number, slot: number, option: number): number {
    const { problem } = this;
    const pair = visit * problem.slots + slot;
    const day = visit * problem.days + problem.slotDay[slot]!;
    if (option < problem.optionsFrom[day]! || option >= problem.optionsFrom[day + 1]!) return nowhere;
    if (!this.mayHaveRoom(visit, slot)) return nowhere;
    const extra = problem.assignCost ? problem.assignCost[pair]! : 0;
    const cost = this.scan(visit, slot, option, nowhere);
    return cost >= nowhere ? nowhere : cost + extra;
  }

  /** Looks for the best place and keeps the answer; that it is not under `limit` is kept under the stamp's negative. */
  private search(visit: number, slot: number, limit: number): number {
    const { problem, routes } = this;
    const pair = visit * problem.slots + slot;
    const answer = 2 * pair + (this.undo.has(slot) ? 1 : 0);
    const stamp = routes.stamp[slot]!;
    this.stamp[answer] = stamp;
    if (!this.mayHaveRoom(visit, slot)) return (this.cost[answer] = nowhere);
    const day = visit * problem.days + problem.slotDay[slot]!;
    const until = problem.optionsFrom[day + 1]!;
    const extra = problem.assignCost ? problem.assignCost[pair]! : 0;
    let best = limit;
    for (let option = problem.optionsFrom[day]!; option < until; option += 1) {
      const cost = this.scan(visit, slot, option, best - extra);
      // Overtime may make what looked cheaper dearer, so the place counts only now.
      if (cost + extra >= best) continue;
      best = cost + extra;
      this.option[answer] = option;
      this.place[answer] = this.found;
    }
    if (best === limit && limit < nowhere) this.stamp[answer] = -stamp;
    return (this.cost[answer] = best);
  }

  /** Whether a slot has the skills, the load and the time for a visit, wherever it would stand. */
  mayHaveRoom(visit: number, slot: number): boolean {
    const { problem, routes } = this;
    const driven = problem.progress ? 0 : routes.travelled[slot]!;
    const needed = routes.busy[slot]! + driven + problem.duration[visit]!;
    if (needed > problem.slotCloses[slot]! - problem.slotOpens[slot]!) return false;
    const asks = problem.asks[visit]!;
    if ((routes.has[slot]! & asks) !== asks) return false;
    if (routes.load[slot]! + problem.demand[visit]! > problem.slotCapacity[slot]!) return false;
    return routes.size[slot]! < problem.slotMaxJobs[slot]!;
  }

  /** Tries every place within one option; answers with the cost of the best whose driving is under `limit`. */
  private scan(visit: number, slot: number, option: number, limit: number): number {
    const { problem, routes } = this;
    if (problem.progress) return this.scanByClock(visit, slot, option, limit);
    const { node, leaves, latest, leg } = routes;
    const { travel, travelTo } = problem;
    const opens = problem.optionOpens[option]!;
    const closes = problem.optionCloses[option]!;
    const work = problem.duration[visit]!;
    const costs = problem.optionCost[option]!;
    const rowOf = visit * problem.nodes;
    const base = slot * routes.row;
    const last = base + routes.size[slot]!;
    let best = limit - costs;
    let place = -1;
    let at = base;
    const earliest = opens + work;
    while (at < last && latest[at + 1]! < earliest) at += 1;
    for (; at <= last; at += 1) {
      const there = travelTo[rowOf + node[at]!]!;
      let arrive = leaves[at]! + there;
      if (arrive > closes) break;
      const on = travel[rowOf + node[at + 1]!]!;
      const added = there + on - leg[at]!;
      if (added >= best) continue;
      if (arrive < opens) arrive = opens;
      if (arrive + work + on > latest[at + 1]!) continue;
      best = added;
      place = at - base;
    }
    if (place < 0) return nowhere;
    return this.settle(slot, place, { visit, opens, cost: best + costs });
  }

  /** The same where travel takes longer at some times of the day. */
  private scanByClock(visit: number, slot: number, option: number, limit: number): number {
    const { problem, routes } = this;
    const { node, leaves, latest, leg } = routes;
    const { travel, travelTo } = problem;
    const progress = problem.progress!;
    const clock = problem.clock!;
    const opens = problem.optionOpens[option]!;
    const closes = problem.optionCloses[option]!;
    const work = problem.duration[visit]!;
    const costs = problem.optionCost[option]!;
    const rowOf = visit * problem.nodes;
    const base = slot * routes.row;
    const last = base + routes.size[slot]!;
    let best = limit - costs;
    let place = -1;
    for (let at = base; at <= last; at += 1) {
      const there = travelTo[rowOf + node[at]!]!;
      const on = travel[rowOf + node[at + 1]!]!;
      const added = there + on - leg[at]!;
      if (added >= best) continue;
      let arrive = clock[progress[leaves[at]!]! + there]!;
      if (arrive > closes) break;
      if (arrive < opens) arrive = opens;
      if (clock[progress[arrive + work]! + on]! > latest[at + 1]!) continue;
      best = added;
      place = at - base;
    }
    if (place < 0) return nowhere;
    return this.settle(slot, place, { visit, opens, cost: best + costs });
  }

  private settle(
    slot: number,
    place: number,
    { visit, opens, cost }: { visit: number; opens: number; cost: number },
  ): number {
    this.found = place;
    if (this.problem.overtimeRate === 0) return cost;
    return cost + this.moreOvertime(visit, slot, place, opens);
  }

  private moreOvertime(visit: number, slot: number, place: number, opens: number): number {
    const { problem, routes } = this;
    const { node, row } = routes;
    const base = slot * row;
    const last = base + routes.size[slot]! + 1;
    let time = this.arrival(routes.leaves[base + place]!, node[base + place]!, visit);
    time = Math.max(time, opens) + problem.duration[visit]!;
    let from = visit;
    for (let at = base + place + 1; at <= last; at += 1) {
      const here = node[at]!;
      time = this.arrival(time, from, here);
      if (here < problem.visits) {
        const before = problem.optionOpens[routes.optionOf[here]!]!;
        time = Math.max(time, before) + problem.duration[here]!;
        if (time <= routes.leaves[at]!) return 0;
      }
      from = here;
    }
    const over = Math.max(0, time - problem.slotRegular[slot]!) * problem.overtimeRate;
    return over - routes.overtime(slot);
  }

  private arrival(leaving: number, from: number, to: number): number {
    const { travel, nodes, progress, clock } = this.problem;
    const step = travel[from * nodes + to]!;
    return progress ? clock![progress[leaving]! + step]! : leaving + step;
  }
}
