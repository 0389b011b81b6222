import { type Compiled, skillsOf, type Teams } from "./compiled.ts";

const grow = 2;

/**
 * The routes of all slots under change: row-wise arrays with, per place in a route, the node, the time it is left again,
 * the latest arrival that keeps everything after it in time, and the leg to the next. Place 0 is the start, the last the end.
 */
export class Routes {
  readonly problem: Compiled;
  /** Room for one route: every visit, start and end. */
  readonly row: number;
  readonly node: Int32Array;
  readonly leaves: Int32Array;
  readonly latest: Int32Array;
  readonly leg: Int32Array;
  readonly size: Int32Array;
  readonly load: Int32Array;
  readonly busy: Int32Array;
  readonly travelled: Int32Array;
  /** Changes with every change of a slot; what was worked out under the same stamp still holds. */
  readonly stamp: Int32Array;
  readonly slotOf: Int32Array;
  readonly optionOf: Int32Array;
  /** Skills of each slot, as bits; they change when people change crews. */
  readonly has: Int32Array;
  /** The last slot that has had visits since a plan was loaded; all after it are empty. */
  highest = 0;
  private stamps = 1;

  constructor(problem: Compiled, longest = problem.visits) {
    const { slots, visits } = problem;
    this.problem = problem;
    this.row = longest + grow;
    this.node = new Int32Array(slots * this.row);
    this.leaves = new Int32Array(slots * this.row);
    this.latest = new Int32Array(slots * this.row);
    this.leg = new Int32Array(slots * this.row);
    this.size = new Int32Array(slots);
    this.load = new Int32Array(slots);
    this.busy = new Int32Array(slots);
    this.travelled = new Int32Array(slots);
    this.stamp = new Int32Array(slots);
    this.slotOf = new Int32Array(visits).fill(-1);
    this.optionOf = new Int32Array(visits).fill(-1);
    this.has = problem.slotHas.slice();
    for (let slot = 0; slot < slots; slot += 1) {
      const base = slot * this.row;
      this.node[base] = problem.slotStart[slot]!;
      this.node[base + 1] = problem.slotEnd[slot]!;
      this.refresh(slot);
    }
  }

  /** Puts a visit after place `place` of a slot; only times that change are worked out. */
  insert(visit: number, slot: number, place: number, option: number): void {
    const { problem, node, leg } = this;
    const { travel, nodes } = problem;
    const at = slot * this.row + place + 1;
    if (slot > this.highest) this.highest = slot;
    this.makeRoom(slot, at);
    node[at] = visit;
    this.slotOf[visit] = slot;
    this.optionOf[visit] = option;
    const there = travel[node[at - 1]! * nodes + visit]!;
    const on = travel[visit * nodes + node[at + 1]!]!;
    this.travelled[slot]! += there + on - leg[at - 1]!;
    leg[at - 1] = there;
    leg[at] = on;
    this.load[slot]! += problem.demand[visit]!;
    this.busy[slot]! += problem.duration[visit]!;
    this.refreshLeaves(slot, at);
    this.refreshLatest(slot, at);
    this.stamp[slot] = this.stamps++;
  }

  /** Moves everything from a place on one place further. */
  private makeRoom(slot: number, from: number): void {
    const { node, leaves, latest, leg } = this;
    const last = slot * this.row + this.size[slot]! + 1;
    for (let at = last; at >= from; at -= 1) {
      node[at + 1] = node[at]!;
      leaves[at + 1] = leaves[at]!;
      latest[at + 1] = latest[at]!;
      leg[at + 1] = leg[at]!;
    }
    this.size[slot]! += 1;
  }

  /** Puts whole rows of visits in an empty slot, in driving order. */
  fill(slot: number, visits: readonly number[], options: readonly number[]): void {
    const base = slot * this.row;
    if (visits.length > 0 && slot > this.highest) this.highest = slot;
    const end = this.problem.slotEnd[slot]!;
    for (let index = 0; index < visits.length; index += 1) {
      const visit = visits[index]!;
      this.node[base + 1 + index] = visit;
      this.slotOf[visit] = slot;
      this.optionOf[visit] = options[index]!;
    }
    this.node[base + 1 + visits.length] = end;
    this.size[slot] = visits.length;
    this.refresh(slot);
  }

  /** Takes every visit out whose flag is up; the slot's times are worked out once. */
  removeFlagged(slot: number, flagged: Uint8Array): void {
    const base = slot * this.row;
    const count = this.size[slot]!;
    const { node } = this;
    let write = base + 1;
    for (let read = base + 1; read <= base + count; read += 1) {
      const visit = node[read]!;
      if (flagged[visit]) this.slotOf[visit] = -1;
      else node[write++] = visit;
    }
    node[write] = node[base + count + 1]!;
    this.size[slot] = write - base - 1;
    this.refresh(slot);
  }

  /** Works out times, load and travel of a slot anew. */
  refresh(slot: number): void {
    const { problem, node, leg } = this;
    const { nodes, visits, travel, duration, demand } = problem;
    const base = slot * this.row;
    const last = base + this.size[slot]! + 1;
    let load = 0;
    let busy = 0;
    let total = 0;
    for (let at = base + 1; at <= last; at += 1) {
      const here = node[at]!;
      const step = travel[node[at - 1]! * nodes + here]!;
      leg[at - 1] = step;
      total += step;
      if (here >= visits) continue;
      load += demand[here]!;
      busy += duration[here]!;
    }
    this.load[slot] = load;
    this.busy[slot] = busy;
    this.travelled[slot] = total;
    this.leaves[base] = problem.slotOpens[slot]!;
    this.latest[last] = problem.slotCloses[slot]!;
    this.refreshLeaves(slot, base + 1, last);
    this.refreshLatest(slot, last - 1, base);
    this.stamp[slot] = this.stamps++;
  }

  /** Works out when places are left, from one on: all until `until`, and further on as long as something changes. */
  private refreshLeaves(slot: number, from: number, until = from): void {
    const { problem, node, leaves, leg, optionOf } = this;
    const { visits, duration, optionOpens, progress, clock } = problem;
    const last = slot * this.row + this.size[slot]! + 1;
    let time = leaves[from - 1]!;
    for (let at = from; at <= last; at += 1) {
      const here = node[at]!;
      const step = leg[at - 1]!;
      time = progress ? clock![progress[time]! + step]! : time + step;
      if (here < visits) {
        const opens = optionOpens[optionOf[here]!]!;
        if (time < opens) time = opens;
        time += duration[here]!;
      }
      if (at > until && leaves[at] === time) return;
      leaves[at] = time;
    }
  }

  /** Works out the latest arrivals, from a place back: all until `until`, and further back as long as something changes. */
  private refreshLatest(slot: number, from: number, until = from): void {
    const { problem, node, latest, leg, optionOf } = this;
    const { duration, optionCloses, progress } = problem;
    const base = slot * this.row;
    let late = latest[from + 1]!;
    for (let at = from; at > base; at -= 1) {
      const here = node[at]!;
      late = progress ? this.latestLeaving(late, leg[at]!) : late - leg[at]!;
      late -= duration[here]!;
      const closes = optionCloses[optionOf[here]!]!;
      if (late > closes) late = closes;
      if (at < until && latest[at] === late) return;
      latest[at] = late;
    }
  }

  /** The latest time to leave and still arrive at `arrival`, with travel that depends on the time of day. */
  private latestLeaving(arrival: number, step: number): number {
    const { progress, clock } = this.problem;
    if (arrival < 0) return arrival;
    const left = progress![arrival]! - step;
    if (left < 0) return -1;
    const at = clock![left]!;
    return progress![at]! > left ? at - 1 : at;
  }

  /** Takes over who works with whom. */
  setTeams(teams: Teams): void {
    for (let slot = 0; slot < this.problem.slots; slot += 1)
      this.has[slot] = skillsOf(teams, slot, teams.members[slot]!);
  }

  /** Whether a slot keeps its windows, its shift, its capacity, and has the skills for everything on it. */
  fits(slot: number): boolean {
    const { problem, optionOf } = this;
    if (this.load[slot]! > problem.slotCapacity[slot]! || this.size[slot]! > problem.slotMaxJobs[slot]!)
      return false;
    const has = this.has[slot]!;
    const base = slot * this.row;
    const last = base + this.size[slot]! + 1;
    for (let at = base + 1; at < last; at += 1) {
      const visit = this.node[at]!;
      if (this.leaves[at]! - problem.duration[visit]! > problem.optionCloses[optionOf[visit]!]!) return false;
      const asks = problem.asks[visit]!;
      if ((has & asks) !== asks) return false;
    }
    return this.leaves[last]! <= problem.slotCloses[slot]!;
  }

  /** When the crew of a slot is back. */
  back(slot: number): number {
    return this.leaves[slot * this.row + this.size[slot]! + 1]!;
  }

  overtime(slot: number): number {
    const { problem } = this;
    if (problem.overtimeRate === 0) return 0;
    return Math.max(0, this.back(slot) - problem.slotRegular[slot]!) * problem.overtimeRate;
  }
}
