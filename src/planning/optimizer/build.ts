import type { Compiled } from "./compiled.ts";

/** Everything a compiled problem has, empty and of the right size; a format fills in what it knows. */
export const emptyProblem = (size: {
  visits: number;
  slots: number;
  places: number;
  days: number;
}): Compiled => {
  const { visits, slots, places, days } = size;
  const nodes = visits + places;
  const perSlot = (value = 0) => new Int32Array(slots).fill(value);
  return {
    visits,
    slots,
    nodes,
    days,
    travel: new Int32Array(nodes * nodes),
    travelTo: new Int32Array(nodes * nodes),
    duration: new Int32Array(nodes),
    demand: new Int32Array(nodes),
    price: new Float64Array(visits),
    weight: new Float64Array(visits),
    isFixed: new Uint8Array(visits),
    optionsFrom: new Int32Array(visits * days + 1),
    optionOpens: new Int32Array(0),
    optionCloses: new Int32Array(0),
    optionCost: new Int32Array(0),
    asks: new Int32Array(visits),
    slotDay: perSlot(),
    slotOpens: perSlot(),
    slotRegular: perSlot(),
    slotCloses: perSlot(),
    slotStart: perSlot(visits),
    slotEnd: perSlot(visits),
    slotCapacity: perSlot(2 ** 30),
    slotMaxJobs: perSlot(visits),
    slotHas: perSlot(),
    slotClass: perSlot(-1),
    assignCost: null,
    overtimeRate: 0,
    balanceRate: 0,
    progress: null,
    clock: null,
    links: null,
    teams: null,
  };
};

/** Fills in the travel between nodes, and the same the other way about. */
export const fillTravel = (problem: Compiled, between: (from: number, to: number) => number): void => {
  const { nodes, travel, travelTo } = problem;
  for (let from = 0; from < nodes; from += 1)
    for (let to = 0; to < nodes; to += 1) {
      const step = between(from, to);
      travel[from * nodes + to] = step;
      travelTo[to * nodes + from] = step;
    }
};

/** One way to plan a visit: a day and a window in which the work starts, and what choosing it costs. */
export interface OptionGiven {
  day: number;
  opens: number;
  closes: number;
  cost: number;
}

/** Fills in the options, by visit and in the order of days. */
export const fillOptions = (
  problem: Compiled,
  optionsOf: (visit: number) => readonly OptionGiven[],
): void => {
  const all: OptionGiven[] = [];
  for (let visit = 0; visit < problem.visits; visit += 1) {
    const options = optionsOf(visit);
    for (let day = 0; day < problem.days; day += 1) {
      problem.optionsFrom[visit * problem.days + day] = all.length;
      all.push(...options.filter((option) => option.day === day));
    }
  }
  problem.optionsFrom[problem.visits * problem.days] = all.length;
  problem.optionOpens = Int32Array.from(all, ({ opens }) => opens);
  problem.optionCloses = Int32Array.from(all, ({ closes }) => closes);
  problem.optionCost = Int32Array.from(all, ({ cost }) => cost);
};

/** Numbers skills as bits; the first thirty, then it is an error. */
export const skillBits = (): ((skills: readonly string[]) => number) => {
  const bits = new Map<string, number>();
  return (skills) => {
    let mask = 0;
    for (const skill of skills) {
      const bit = bits.get(skill) ?? bits.size;
      if (bit >= 31) throw new RangeError("A planning problem knows at most 31 different skills.");
      bits.set(skill, bit);
      mask |= 1 << bit;
    }
    return mask;
  };
};
