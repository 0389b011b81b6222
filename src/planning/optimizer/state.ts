import { balanceScale, type Compiled } from "./compiled.ts";
import { type District, everywhere } from "./districts.ts";
import { Insertions } from "./insertion.ts";
import type { Route } from "./pool.ts";
import type { Random } from "./random.ts";
import { nearInPlace, nearInTime } from "./related.ts";
import { Routes } from "./routes.ts";
import type { Tuning } from "./tuning.ts";
import { Undo } from "./undo.ts";

/** Where a search stands: routes, what is unplanned, and the cost of both, kept up to date with every change. */
export class State {
  readonly problem: Compiled;
  readonly random: Random;
  tuning: Tuning;
  readonly routes: Routes;
  readonly insertions: Insertions;
  readonly undo: Undo;
  /** What leaving a visit unplanned costs now: its price, softer or harder as the cycle asks. */
  readonly price: Float64Array;
  /** What each route is cheaper by now. */
  relief = 0;
  /** What the search works at now; all else is not there. */
  district: District;
  private readonly everywhere: District;
  /** Visits that are not planned now: the first `absentCount`. */
  readonly absent: Int32Array;
  absentCount = 0;
  /** Cost of the routes and of what is unplanned, as the search sees it. */
  cost = 0;
  /** Marks of visits for one operation; all down in between. */
  readonly flagged: Uint8Array;
  /** Visits that were absent when the step began, and so found no place in what the step did not touch. */
  readonly wasAbsent: Uint8Array;
  private readonly formerAbsent: Int32Array;
  private formerCount = 0;
  private formerCost = 0;
  private byPlace: Int32Array | null = null;
  private byTime: Int32Array | null = null;

  constructor(problem: Compiled, random: Random, tuning: Tuning) {
    this.problem = problem;
    this.random = random;
    this.tuning = tuning;
    this.routes = new Routes(problem);
    this.undo = new Undo(this.routes);
    this.insertions = new Insertions(this.routes, this.undo);
    this.price = problem.price.slice();
    this.absent = new Int32Array(problem.visits);
    this.formerAbsent = new Int32Array(problem.visits);
    this.flagged = new Uint8Array(problem.visits);
    this.wasAbsent = new Uint8Array(problem.visits);
    this.everywhere = everywhere(problem);
    this.district = this.everywhere;
    this.load([]);
  }

  /** Visits by how near they are to each visit, in place and in time; sorted when first asked for, because only a search does. */
  get nearInPlace(): Int32Array {
    this.byPlace ??= nearInPlace(this.problem);
    return this.byPlace;
  }

  get nearInTime(): Int32Array {
    this.byTime ??= nearInTime(this.problem);
    return this.byTime;
  }

  /** Stands on a plan, or on that part of it which is in a district; what it leaves out there is unplanned. */
  load(plan: readonly Route[], district = this.everywhere): void {
    this.district = district;
    const { routes, problem } = this;
    for (let slot = 0; slot < problem.slots; slot += 1) routes.fill(slot, [], []);
    routes.slotOf.fill(-1);
    routes.highest = 0;
    for (const { slot, visits, options } of plan) routes.fill(slot, visits, options);
    this.absentCount = 0;
    for (const visit of district.visits)
      if (routes.slotOf[visit]! < 0) this.absent[this.absentCount++] = visit;
    this.cost = this.costNow();
  }

  /** The plan as it stands. */
  plan(): Route[] {
    const { routes } = this;
    const plan: Route[] = [];
    for (let slot = 0; slot < this.problem.slots; slot += 1) {
      const size = routes.size[slot]!;
      if (size === 0) continue;
      const base = slot * routes.row;
      const visits = Array.from(routes.node.subarray(base + 1, base + size + 1));
      plan.push({ slot, visits, options: visits.map((visit) => routes.optionOf[visit]!) });
    }
    return plan;
  }

  /** Makes unplanned visits cost so many times their price. */
  setPrices(times: number): void {
    for (let visit = 0; visit < this.price.length; visit += 1)
      this.price[visit] = Math.round(this.problem.price[visit]! * times);
    this.cost = this.costNow();
  }

  /** Makes each route cheaper by so much. */
  setRelief(relief: number): void {
    const before = this.relief;
    this.relief = Math.round(relief);
    this.cost += (before - this.relief) * this.used;
  }

  /** Some visit of the district. */
  drawVisit(): number {
    const { visits } = this.district;
    return visits[this.random.below(visits.length)]!;
  }

  /** How many routes have visits. */
  get used(): number {
    const { size, highest } = this.routes;
    let used = 0;
    for (let slot = 0; slot <= highest; slot += 1) if (size[slot]! > 0) used += 1;
    return used;
  }

  /** What everything costs without relief. */
  get unrelieved(): number {
    return this.relief === 0 ? this.cost : this.cost + this.relief * this.used;
  }

  /** Cost of the routes, worked out anew. */
  routesCost(): number {
    let sum = 0;
    for (let slot = 0; slot < this.problem.slots; slot += 1) sum += this.fullCost(slot);
    return sum;
  }

  private costNow(): number {
    return this.routesCost() + this.priceMissing();
  }

  /** Cost of what is unplanned now, as the search sees it. */
  priceMissing(): number {
    let sum = 0;
    for (let index = 0; index < this.absentCount; index += 1) sum += this.price[this.absent[index]!]!;
    return sum;
  }

  /** Weight of what is unplanned now. */
  weightMissing(): number {
    let sum = 0;
    for (let index = 0; index < this.absentCount; index += 1)
      sum += this.problem.weight[this.absent[index]!]!;
    return sum;
  }

  /** What choosing this slot and option for a planned visit costs by itself. */
  placeCost(visit: number, slot: number): number {
    const { problem } = this;
    const cost = problem.optionCost[this.routes.optionOf[visit]!]!;
    return problem.assignCost ? cost + problem.assignCost[visit * problem.slots + slot]! : cost;
  }

  /** Travel, overtime and balance of a slot, less its relief; an empty one costs nothing. */
  slotCost(slot: number): number {
    const { routes, problem } = this;
    if (routes.size[slot] === 0) return 0;
    const cost = routes.travelled[slot]! + routes.overtime(slot) - this.relief;
    if (problem.balanceRate === 0) return cost;
    return cost + (problem.balanceRate * routes.busy[slot]! ** 2) / balanceScale;
  }

  /** Everything a slot costs, its visits included. */
  fullCost(slot: number): number {
    const { routes } = this;
    const base = slot * routes.row;
    let sum = this.slotCost(slot);
    for (let at = base + 1; at <= base + routes.size[slot]!; at += 1)
      sum += this.placeCost(routes.node[at]!, slot);
    return sum;
  }

  /** Takes the flagged visits of a slot out; they are absent then, and stay flagged. */
  dropFlagged(slot: number): void {
    const { routes, flagged, undo, price } = this;
    undo.keep(slot);
    const before = this.slotCost(slot);
    const base = slot * routes.row;
    for (let at = base + 1; at <= base + routes.size[slot]!; at += 1) {
      const gone = routes.node[at]!;
      if (!flagged[gone]) continue;
      this.absent[this.absentCount++] = gone;
      this.cost += price[gone]! - this.placeCost(gone, slot);
    }
    routes.removeFlagged(slot, flagged);
    this.cost += this.slotCost(slot) - before;
  }

  /** Plans an absent visit; who calls takes it from the list. */
  place(visit: number, slot: number, place: number, option: number): void {
    this.undo.keep(slot);
    const before = this.slotCost(slot);
    this.routes.insert(visit, slot, place, option);
    this.cost += this.slotCost(slot) - before + this.placeCost(visit, slot) - this.price[visit]!;
  }

  /** Begins a step that may be taken back. */
  begin(): void {
    this.formerCost = this.cost;
    this.formerCount = this.absentCount;
    for (let index = 0; index < this.absentCount; index += 1) {
      const visit = this.absent[index]!;
      this.formerAbsent[index] = visit;
      this.wasAbsent[visit] = 1;
    }
  }

  /** Ends the step: keeps it when it costs less than `limit`, else everything is as it was. */
  end(limit: number): boolean {
    for (let index = 0; index < this.formerCount; index += 1) this.wasAbsent[this.formerAbsent[index]!] = 0;
    if (this.cost < limit) {
      this.undo.settle();
      return true;
    }
    this.undo.restore();
    this.absentCount = this.formerCount;
    for (let index = 0; index < this.formerCount; index += 1) this.absent[index] = this.formerAbsent[index]!;
    this.cost = this.formerCost;
    return false;
  }
}
