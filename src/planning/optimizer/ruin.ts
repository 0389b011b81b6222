import type { State } from "./state.ts";

/** Takes visits out of a plan: now and then a whole route, else strings of routes that lie near each other. */
export const ruin = (state: State): void => {
  if (state.random.next() < state.tuning.wholeRoute) removeRoute(state);
  else removeStrings(state);
  if (state.problem.links) removeLinked(state);
};

/** Slack induction by string removals. */
const removeStrings = (state: State): void => {
  const { problem, routes, random, tuning } = state;
  const { visits } = problem;
  const { used } = state;
  if (used === 0) return;
  const mean = (state.district.visits.length - state.absentCount) / used;
  const longest = Math.min(tuning.longestString, mean);
  const strings = Math.floor(random.next() * ((4 * tuning.removed) / (1 + longest) - 1) + 1);
  const near = random.next() < tuning.byTime ? state.nearInTime : state.nearInPlace;
  const seed = state.drawVisit() * visits;
  let done = 0;
  for (let rank = 0; rank < visits && done < strings; rank += 1) {
    const visit = near[seed + rank]!;
    const slot = routes.slotOf[visit]!;
    if (slot < 0 || state.undo.has(slot) || problem.isFixed[visit]) continue;
    const most = Math.min(routes.size[slot]!, longest);
    const length = Math.max(1, Math.floor(random.next() * most + 1));
    removeString(state, slot, visit, Math.min(length, routes.size[slot]!));
    done += 1;
  }
};

const drawn = 3;

/** A small route goes as a whole: strings are too short to do without a long one. */
const removeRoute = (state: State): void => {
  const { routes } = state;
  let smallest = -1;
  for (let draw = 0; draw < drawn; draw += 1) {
    const slot = routes.slotOf[state.drawVisit()]!;
    if (slot >= 0 && (smallest < 0 || routes.size[slot]! < routes.size[smallest]!)) smallest = slot;
  }
  if (smallest >= 0) removeFrom(state, smallest, 1, routes.size[smallest]!);
};

/** Takes out what stands at these positions of a route, but for what is fixed and for a gap of spared visits. */
const removeFrom = (
  state: State,
  slot: number,
  from: number,
  length: number,
  gap = { at: -1, spared: 0 },
): void => {
  const { problem, routes, flagged } = state;
  const base = slot * routes.row;
  const start = state.absentCount;
  for (let at = from; at < from + length; at += 1) {
    if (at >= gap.at && at < gap.at + gap.spared) continue;
    const gone = routes.node[base + at]!;
    if (!problem.isFixed[gone]) flagged[gone] = 1;
  }
  state.dropFlagged(slot);
  for (let index = start; index < state.absentCount; index += 1) flagged[state.absent[index]!] = 0;
};

const removeString = (state: State, slot: number, visit: number, length: number): void => {
  const { routes, random, tuning } = state;
  const base = slot * routes.row;
  const size = routes.size[slot]!;
  let position = 1;
  while (routes.node[base + position] !== visit) position += 1;
  let spared = 0;
  if (length < size && length > 1 && random.next() < tuning.split) {
    spared = 1;
    while (length + spared < size && random.next() < tuning.deeper) spared += 1;
  }
  const window = length + spared;
  const first = Math.max(1, position - window + 1);
  const from = first + random.below(Math.min(position, size - window + 1) - first + 1);
  const gap = spared > 0 ? from + random.below(length + 1) : -1;
  removeFrom(state, slot, from, window, { at: gap, spared });
};

/** What follows on something absent cannot stand, and what happens together goes together. */
export const removeLinked = (state: State): void => {
  const { routes, problem, flagged } = state;
  const { before, twin } = problem.links!;
  for (let index = 0; index < state.absentCount; index += 1) {
    const gone = state.absent[index]!;
    for (const other of [before[gone]!, twin[gone]!]) {
      if (other < 0 || routes.slotOf[other]! < 0 || problem.isFixed[other]) continue;
      flagged[other] = 1;
      state.dropFlagged(routes.slotOf[other]!);
      flagged[other] = 0;
    }
  }
};
