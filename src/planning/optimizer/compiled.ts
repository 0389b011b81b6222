/**
 * A planning problem as flat arrays, the form the search works on. A _node_ is a visit (0 … visits-1) or a place where
 * a crew starts or ends (from `visits` on). A _slot_ is one crew on one day. An _option_ is a visit on a day within one
 * window, with what choosing it costs. Times are whole units (minutes, seconds or tenths), costs whole numbers.
 */
export interface Compiled {
  visits: number;
  slots: number;
  nodes: number;
  days: number;
  /** Travel from a node to another at `from * nodes + to`. */
  travel: Int32Array;
  /** The same the other way about, at `to * nodes + from`, so that a scan reads one row. */
  travelTo: Int32Array;
  /** Length of the work at a node. */
  duration: Int32Array;
  demand: Int32Array;
  /** What leaving a visit unplanned costs in the search: soft, because a search that may not leave anything gets stuck. */
  price: Float64Array;
  /** What it counts in the record of the best plan: the lower the sum of what is unplanned, the better. */
  weight: Float64Array;
  /** Visits that stand where they are: pinned, begun, or outside what is optimised. */
  isFixed: Uint8Array;
  /** Options of visit v on day d: from `optionsFrom[v * days + d]` until the next entry. */
  optionsFrom: Int32Array;
  optionOpens: Int32Array;
  optionCloses: Int32Array;
  optionCost: Int32Array;
  /** Skills a visit asks, as bits. */
  asks: Int32Array;
  slotDay: Int32Array;
  slotOpens: Int32Array;
  /** End of the paid day; later costs overtime. */
  slotRegular: Int32Array;
  /** Latest return. */
  slotCloses: Int32Array;
  slotStart: Int32Array;
  slotEnd: Int32Array;
  slotCapacity: Int32Array;
  slotMaxJobs: Int32Array;
  /** Skills a crew has together, as bits. */
  slotHas: Int32Array;
  /** Slots with the same number are alike in everything: of the empty ones only the first is tried; -1 is like no other. */
  slotClass: Int32Array;
  /** Extra cost of a visit in a slot at `visit * slots + slot`; `null` when there is none at all. */
  assignCost: Int32Array | null;
  overtimeRate: number;
  /** Cost of a slot's length of work squared, divided by `balanceScale`: work spread evenly costs least. 0 is off. */
  balanceRate: number;
  /** How far the day got at a time and back, for travel that is slower in the rush hour; `null` when it never is. */
  progress: Int32Array | null;
  clock: Int32Array | null;
  links: Links | null;
  teams: Teams | null;
}

export const balanceScale = 1000;

/** Whether any route may as well be in any other slot. */
export const areSlotsAlike = ({ slotClass }: Compiled): boolean =>
  slotClass.every((each) => each >= 0 && each === slotClass[0]);

/** Visits that belong together, by visit; -1 where there is no other. */
export interface Links {
  /** The visit that must be on an earlier day, and the one that must be on a later day. */
  after: Int32Array;
  before: Int32Array;
  /** Days that lie between at least: 1 is the next day. */
  gap: Int32Array;
  /** The visit another crew does at the same time; both have the same options, each one exact moment. */
  twin: Int32Array;
}

/** People of the crews, when the search may change who works with whom. */
export interface Teams {
  /** People of each slot, by their place in `skills`. */
  members: number[][];
  /** Skills of each person, as bits. */
  skills: Int32Array;
  /** Skills that come with the van or the size of a crew, as bits: by slot, and by number of people. */
  van: Int32Array;
  size: Int32Array;
  /** People who stay where they are, such as a pair that always works together. */
  isFixed: Uint8Array;
  /** People who work beside somebody of experience only. */
  isLearning: Uint8Array;
}

/** Skills a crew of these people in the van of this slot has together, as bits. */
export const skillsOf = (teams: Teams, slot: number, members: readonly number[]): number => {
  let has = teams.van[slot]! | teams.size[members.length]!;
  for (const person of members) has |= teams.skills[person]!;
  return has;
};
