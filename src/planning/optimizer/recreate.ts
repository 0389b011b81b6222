import { areSlotsAlike, balanceScale, type Compiled, type Links } from "./compiled.ts";
import { nowhere } from "./insertion.ts";
import { mayStand, placeTwins } from "./links.ts";
import type { State } from "./state.ts";
import { areWorthTheSame } from "./tuning.ts";

const twinChance = 0.15;
/** Where in the orders it stands that large visits are put back first. */
const largeFirst = 1;

/** Puts what is absent back in one of several orders, each visit at its cheapest place; what costs more than its price stays out. */
export class Recreate {
  private readonly state: State;
  private readonly keys: Float64Array;
  private readonly keysOf: readonly (Float64Array | null)[];
  private readonly slotsEverywhere: readonly Int32Array[];
  /** The same in the district at work. */
  private slotsFor: readonly Int32Array[];
  /** Whether all slots are alike: the first empty one then stands for all that never had a visit. */
  private readonly areAlike: boolean;

  constructor(state: State) {
    this.state = state;
    this.keys = new Float64Array(state.problem.visits);
    this.keysOf = keysOf(state.problem);
    this.slotsEverywhere = slotsFor(state.problem);
    this.slotsFor = this.slotsEverywhere;
    this.areAlike = areSlotsAlike(state.problem);
  }

  /** Puts visits in the slots of the state's district from now on. */
  stayInDistrict(): void {
    const { district, problem } = this.state;
    const isIn = new Uint8Array(problem.slots);
    for (const slot of district.slots) isIn[slot] = 1;
    this.slotsFor =
      district.slots.length === problem.slots
        ? this.slotsEverywhere
        : this.slotsEverywhere.map((slots) => slots.filter((slot) => isIn[slot] === 1));
  }

  /** Stops early where everything will cost `limit` or more anyway, and the step is not taken. */
  run(limit = Number.POSITIVE_INFINITY): void {
    const { links } = this.state.problem;
    this.sort();
    this.pass(links ? Number.POSITIVE_INFINITY : limit);
    // What follows on another visit finds a place only after it.
    if (links) this.pass(Number.POSITIVE_INFINITY);
  }

  private pass(limit: number): void {
    const { state } = this;
    const { absent, problem, routes, insertions, price, random } = state;
    let left = 0;
    let open = state.priceMissing();
    for (let index = 0; index < state.absentCount; index += 1) {
      // What is put back makes routes dearer, never cheaper, except by a detour that is shorter than the way itself.
      if (state.cost - open >= limit) return;
      const visit = absent[index]!;
      open -= price[visit]!;
      if (routes.slotOf[visit]! >= 0) continue;
      if (problem.links && problem.links.twin[visit]! >= 0) {
        // Looking for a moment that suits two crews takes long, so only some steps do.
        if (random.next() > twinChance || !placeTwins(state, visit)) absent[left++] = visit;
        continue;
      }
      const slot = this.bestSlot(visit);
      if (slot < 0) {
        absent[left++] = visit;
        continue;
      }
      const answer = insertions.answer(visit, slot);
      state.place(visit, slot, insertions.place[answer]!, insertions.option[answer]!);
    }
    state.absentCount = left;
    if (problem.links) this.dropPlaced();
  }

  /** A twin that was passed over earlier in the list may have been placed with the other one since. */
  private dropPlaced(): void {
    const { state } = this;
    const { absent, routes } = state;
    let left = 0;
    for (let index = 0; index < state.absentCount; index += 1)
      if (routes.slotOf[absent[index]!]! < 0) absent[left++] = absent[index]!;
    state.absentCount = left;
  }

  private bestSlot(visit: number): number {
    const { problem, price, routes, random, insertions, tuning, undo } = this.state;
    const { slotClass, links, balanceRate } = problem;
    const { areAlike } = this;
    const isKnown = this.state.wasAbsent[visit] === 1 && !(links && isLinked(links, visit));
    const slots = isKnown ? undo.order : this.slotsFor[visit]!;
    const count = isKnown ? undo.count : slots.length;
    let best = price[visit]!;
    let found = -1;
    let emptyClass = -1;
    for (let index = 0; index < count; index += 1) {
      const slot = slots[index]!;
      const isEmpty = routes.size[slot] === 0;
      if (isEmpty && slotClass[slot]! >= 0) {
        if (slotClass[slot] === emptyClass) {
          if (areAlike && slot > routes.highest) break;
          continue;
        }
        emptyClass = slotClass[slot]!;
      }
      // In a slot that was touched nothing is known yet, and most of what was left out does not fit in at all.
      if (isKnown && !insertions.mayHaveRoom(visit, slot)) continue;
      let cost = insertions.best(visit, slot, best);
      if (cost >= best) continue;
      if (isEmpty) cost += routes.leg[slot * routes.row]! - this.state.relief;
      if (balanceRate > 0) cost += this.moreBalance(visit, slot);
      if (cost >= best || random.next() < tuning.blink) continue;
      if (links && !mayStand(this.state, visit, slot)) continue;
      best = cost;
      found = slot;
    }
    return best >= nowhere ? -1 : found;
  }

  private moreBalance(visit: number, slot: number): number {
    const { problem, routes } = this.state;
    const busy = routes.busy[slot]!;
    const more = busy + problem.duration[visit]!;
    return (problem.balanceRate * (more * more - busy * busy)) / balanceScale;
  }

  private sort(): void {
    const { keys, state } = this;
    const { absent, absentCount, random, tuning } = state;
    let drawn = random.next() * tuning.orders.reduce((sum, share) => sum + share, 0);
    let which = 0;
    while (which < tuning.orders.length - 1 && drawn >= tuning.orders[which]!)
      drawn -= tuning.orders[which++]!;
    const key = this.keysOf[which];
    const blur = which === largeFirst ? tuning.blur : 0;
    for (let index = 0; index < absentCount; index += 1) {
      keys[index] = key ? key[absent[index]!]! : random.next();
      if (blur > 0) keys[index]! *= 1 - blur * random.next();
    }
    for (let index = 1; index < absentCount; index += 1) {
      const visit = absent[index]!;
      const own = keys[index]!;
      let at = index - 1;
      while (at >= 0 && keys[at]! > own) {
        absent[at + 1] = absent[at]!;
        keys[at + 1] = keys[at]!;
        at -= 1;
      }
      absent[at + 1] = visit;
      keys[at + 1] = own;
    }
  }
}

const isLinked = ({ after, before }: Links, visit: number) => after[visit]! >= 0 || before[visit]! >= 0;

/** For each visit the slots of a day it may be on whose crew can do it; who works with whom may still change. */
const slotsFor = ({
  visits,
  slots,
  days,
  optionsFrom,
  slotDay,
  slotHas,
  asks,
  teams,
}: Compiled): Int32Array[] =>
  Array.from({ length: visits }, (_, visit) => {
    const ask = asks[visit]!;
    const fitting: number[] = [];
    for (let slot = 0; slot < slots; slot += 1) {
      const day = visit * days + slotDay[slot]!;
      if (optionsFrom[day] === optionsFrom[day + 1]) continue;
      if (teams || (slotHas[slot]! & ask) === ask) fitting.push(slot);
    }
    return Int32Array.from(fitting);
  });

/** For each order in which visits are put back its key per visit, the lowest first; random has none. */
const keysOf = (problem: Compiled): (Float64Array | null)[] => {
  const { visits, nodes, days, travel, slotStart, optionsFrom, optionOpens, optionCloses } = problem;
  const depot = slotStart[0] ?? 0;
  const keys = (of: (visit: number) => number) =>
    Float64Array.from({ length: visits }, (_, visit) => of(visit));
  const from = (visit: number) => optionsFrom[visit * days]!;
  const until = (visit: number) => optionsFrom[(visit + 1) * days]!;
  const width = (visit: number) => {
    let sum = 0;
    for (let option = from(visit); option < until(visit); option += 1)
      sum += optionCloses[option]! - optionOpens[option]!;
    return sum;
  };
  // What may stay out counts by what it is worth; where all are worth the same the load decides.
  const isWorthTheSame = areWorthTheSame(problem);
  const size = (visit: number) =>
    isWorthTheSame ? problem.demand[visit]! : problem.weight[visit]! * 1000 + problem.duration[visit]!;
  return [
    null,
    keys((visit) => -size(visit)),
    keys((visit) => -travel[depot * nodes + visit]!),
    keys((visit) => travel[depot * nodes + visit]!),
    keys(width),
    keys((visit) => optionOpens[from(visit)] ?? 0),
    keys((visit) => -(optionCloses[until(visit) - 1] ?? 0)),
  ];
};
