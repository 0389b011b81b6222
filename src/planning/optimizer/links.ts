import { nowhere } from "./insertion.ts";
import type { State } from "./state.ts";

/** Whether a visit may be on the day of a slot, by the visits it follows on and comes before. */
export const mayStand = ({ problem, routes }: State, visit: number, slot: number): boolean => {
  const { after, before, gap } = problem.links!;
  const day = problem.slotDay[slot]!;
  const first = after[visit]!;
  if (first >= 0) {
    const on = routes.slotOf[first]!;
    if (on < 0 || day < problem.slotDay[on]! + gap[visit]!) return false;
  }
  const later = before[visit]!;
  const on = later < 0 ? -1 : routes.slotOf[later]!;
  return on < 0 || day + gap[later]! <= problem.slotDay[on]!;
};

interface Joint {
  cost: number;
  option: number;
  slot: number;
  other: number;
}

/** Moments tried at a time, taken at random. */
const momentsTried = 8;

/** Plans two visits that two crews do at the same moment; `false` when there is no such moment. */
export const placeTwins = (state: State, visit: number): boolean => {
  const { problem, price, insertions } = state;
  const { days, optionsFrom } = problem;
  const twin = problem.links!.twin[visit]!;
  let best: Joint | null = null;
  let most = price[visit]! + price[twin]!;
  const count = optionsFrom[(visit + 1) * days]! - optionsFrom[visit * days]!;
  for (let tried = 0; tried < Math.min(count, momentsTried); tried += 1) {
    const joint = bestAt(state, visit, twin, state.random.below(count));
    if (!joint || joint.cost >= most) continue;
    most = joint.cost;
    best = joint;
  }
  if (!best) return false;
  for (const [each, slot] of [
    [visit, best.slot],
    [twin, best.other],
  ] as const) {
    const option = optionsFrom[each * days]! + best.option;
    insertions.at(each, slot, option);
    state.place(each, slot, insertions.found, option);
  }
  return true;
};

const bestAt = (state: State, visit: number, twin: number, option: number): Joint | null => {
  const first = slotsAt(state, visit, option);
  const second = slotsAt(state, twin, option);
  let best: Joint | null = null;
  for (const one of first)
    for (const two of second) {
      if (one.slot === two.slot) continue;
      const cost = one.cost + two.cost;
      if (!best || cost < best.cost) best = { cost, option, slot: one.slot, other: two.slot };
    }
  return best;
};

/** The two cheapest slots for one moment: enough to choose two that differ. */
const slotsAt = (state: State, visit: number, moment: number) => {
  const { problem, insertions, routes } = state;
  const option = problem.optionsFrom[visit * problem.days]! + moment;
  let day = 0;
  while (problem.optionsFrom[visit * problem.days + day + 1]! <= option) day += 1;
  const found: { slot: number; cost: number }[] = [];
  for (let slot = 0; slot < problem.slots; slot += 1) {
    if (problem.slotDay[slot] !== day) continue;
    let cost = insertions.at(visit, slot, option);
    if (cost >= nowhere || !mayStand(state, visit, slot)) continue;
    if (routes.size[slot] === 0) cost += routes.leg[slot * routes.row]!;
    found.push({ slot, cost });
  }
  return found.toSorted((a, b) => a.cost - b.cost).slice(0, 2);
};
