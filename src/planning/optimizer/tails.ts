import { nowhere } from "./insertion.ts";
import type { State } from "./state.ts";

/**
 * Swaps what follows a visit with what stands from its neighbour on, on another route of the day (2-opt*), the best of
 * some neighbours; kept when everything then costs less than `limit`.
 */
export const swapTails = (state: State, limit: number): boolean => {
  const { problem, routes, random, tuning } = state;
  const { visits } = problem;
  const first = state.drawVisit();
  const slot = routes.slotOf[first]!;
  if (slot < 0) return false;
  const near = random.next() < tuning.byTime ? state.nearInTime : state.nearInPlace;
  const at = placeOf(state, first, slot);
  let best = limit - state.cost;
  let other = -1;
  let otherAt = -1;
  const most = Math.min(visits, tuning.tailNeighbours);
  for (let rank = 1; rank < most; rank += 1) {
    const second = near[first * visits + rank]!;
    const candidate = routes.slotOf[second]!;
    if (candidate < 0 || candidate === slot) continue;
    if (problem.slotDay[candidate] !== problem.slotDay[slot]) continue;
    const place = placeOf(state, second, candidate);
    const added = tailsCost(state, at, slot, place, candidate);
    if (added >= best) continue;
    best = added;
    other = candidate;
    otherAt = place;
  }
  if (other < 0) return false;
  state.begin();
  exchange(state, slot, at - slot * routes.row, other, otherAt - other * routes.row);
  return state.end(limit);
};

const placeOf = ({ routes }: State, visit: number, slot: number): number => {
  let at = slot * routes.row + 1;
  while (routes.node[at] !== visit) at += 1;
  return at;
};

/** Travel that is added by going from place `at` on to `place` and its tail, and the other way about; or `nowhere`. */
const tailsCost = (state: State, at: number, slot: number, place: number, other: number): number => {
  const { problem, routes } = state;
  const { node, leaves, latest, leg, row, size } = routes;
  const { travel, nodes, slotEnd, slotCloses } = problem;
  const end = slot * row + size[slot]! + 1;
  const otherEnd = other * row + size[other]! + 1;
  const isLast = at + 1 === end;
  const go = travel[node[at]! * nodes + node[place]!]!;
  const next = isLast ? slotEnd[other]! : node[at + 1]!;
  const back = travel[node[place - 1]! * nodes + next]!;
  let added = go + back - leg[at]! - leg[place - 1]!;
  if (slotEnd[slot] !== slotEnd[other]) {
    added += travel[node[otherEnd - 1]! * nodes + slotEnd[slot]!]! - leg[otherEnd - 1]!;
    if (!isLast) added += travel[node[end - 1]! * nodes + slotEnd[other]!]! - leg[end - 1]!;
  }
  if (isLast && place === other * row + 1) added += state.relief;
  if (problem.progress) return added;
  if (leaves[at]! + go > latest[place]!) return nowhere;
  const lateBack = isLast ? slotCloses[other]! : latest[at + 1]!;
  return leaves[place - 1]! + back > lateBack ? nowhere : added;
};

/** Swaps the tails after place `at` of a slot and from `place` on of the other; what does not fit costs too much to be kept. */
const exchange = (state: State, slot: number, at: number, other: number, place: number): void => {
  const { routes, undo } = state;
  undo.keep(slot);
  undo.keep(other);
  const before = state.fullCost(slot) + state.fullCost(other);
  const base = slot * routes.row;
  const otherBase = other * routes.row;
  const part = (from: number, until: number) => Array.from(routes.node.subarray(from, until));
  const mine = [
    ...part(base + 1, base + at + 1),
    ...part(otherBase + place, otherBase + routes.size[other]! + 1),
  ];
  const theirs = [
    ...part(otherBase + 1, otherBase + place),
    ...part(base + at + 1, base + routes.size[slot]! + 1),
  ];
  const optionOf = (visit: number) => routes.optionOf[visit]!;
  const isFree = (visit: number, to: number) => !state.problem.isFixed[visit] || routes.slotOf[visit] === to;
  const mayGo = mine.every((visit) => isFree(visit, slot)) && theirs.every((visit) => isFree(visit, other));
  routes.fill(slot, mine, mine.map(optionOf));
  routes.fill(other, theirs, theirs.map(optionOf));
  if (mayGo && routes.fits(slot) && routes.fits(other))
    state.cost += state.fullCost(slot) + state.fullCost(other) - before;
  else state.cost = nowhere;
};
