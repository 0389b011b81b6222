import { driveDay } from "../optimizer/drive.ts";
import { costPerMinute, type Placed, type Task } from "../optimizer/model.ts";
import { dayRules } from "../optimizer/rules/index.ts";
import { assignTerms, partTerms } from "../optimizer/score.ts";
import { midnight, partAt, windowOf } from "../slots/dayPart.ts";
import { dayPastMidnight } from "../visits/problems.ts";
import { isFirm, isLocked, type PlanState, placesOf } from "./planState.ts";
import { samePlaceAnyTime } from "./planStore.ts";
import { notInPlan, visitLocked } from "./problems.ts";
import type { PlanPlace, PossiblePlace } from "./views.ts";

/** A move as a planner asks for it. */
export interface WantedMove {
  visitId: string;
  from: PlanPlace | null;
  to: {
    crewId: string;
    afterId?: string | null | undefined;
    start?: number | undefined;
    part?: PlanPlace["part"] | undefined;
  } | null;
}

const slotOf = (state: PlanState, crewId: string) =>
  state.problem.slots.find((slot) => slot.crewId === crewId);

/** Refuses visits and crews that are not of this plan, and visits nobody moves any more. */
export const checkMoves = (state: PlanState, moves: readonly WantedMove[]) => {
  const visits = new Map(state.data.visits.map((visit) => [visit.id, visit]));
  const strange = moves.flatMap(({ visitId, to }) => [
    ...(visits.has(visitId) ? [] : [visitId]),
    ...(to && !slotOf(state, to.crewId) ? [to.crewId] : []),
  ]);
  if (strange.length > 0) throw notInPlan({ ids: strange });
  const locked = moves.map(({ visitId }) => visits.get(visitId)!).filter(isLocked);
  if (locked.length > 0) throw visitLocked({ numbers: locked.map(({ number }) => number) });
};

/** Visits that stand elsewhere by now than on the screen of who moves them. */
export const standElsewhere = (state: PlanState, moves: readonly WantedMove[]): string[] => {
  const now = placesOf(state);
  return moves
    .filter(({ visitId, from }) => !samePlaceAnyTime(now.get(visitId), from))
    .map(({ visitId }) => visitId);
};

/** The part of the day a visit is promised when it comes to stand at a minute: what the customer knows, else as it falls. */
export const partFor = (task: Task, on: string, start: number, isKnownFirm: boolean): Placed["part"] => {
  if (isKnownFirm && task.known && task.known.on === on) return task.known.part;
  const fitting = task.options.find(
    (option) => option.on === on && start >= option.opens && start <= option.closes,
  );
  const [any] = task.options.filter((option) => option.on === on);
  return fitting?.part ?? any?.part ?? partAt(start);
};

/**
 * The part of the day of a time that a planner fixes: what the customer knows while the time lies within it, else the part in which it
 * falls, so that the customer is told.
 */
const partOfFixed = (task: Task, on: string, start: number, isKnownFirm: boolean): Placed["part"] => {
  const { known, options } = task;
  if (isKnownFirm && known?.on === on) {
    const { earliest, latest } = windowOf[known.part];
    if (start >= earliest && start <= latest) return known.part;
  }
  const fitting = options.find(
    (option) => option.on === on && start >= option.opens && start <= option.closes,
  );
  return fitting?.part ?? partAt(start);
};

/** Refuses more work than goes into a day, before it is tried where each piece of it would cost least: that takes the longer the more it is. */
export const mustGoIntoADay = (state: PlanState, moves: readonly WantedMove[]): void => {
  const crewOf = new Map([...state.places].map(([id, { crewId }]) => [id, crewId]));
  for (const { visitId, to } of moves) {
    if (to) crewOf.set(visitId, to.crewId);
    else crewOf.delete(visitId);
  }
  const ends = new Map(state.problem.slots.map(({ crewId, opens }) => [crewId, opens]));
  for (const { id, minutes } of state.problem.tasks) {
    const crewId = crewOf.get(id);
    if (crewId) ends.set(crewId, ends.get(crewId)! + minutes);
  }
  const filled = new Set(moves.map(({ to }) => to?.crewId));
  const late = state.problem.slots.filter(
    ({ crewId }) => filled.has(crewId) && ends.get(crewId)! >= midnight,
  );
  if (late.length > 0) throw dayPastMidnight({ crews: late.map(({ crewName }) => crewName) });
};

/** Where every visit stands after moves that can be. */
export const afterMoves = (state: PlanState, moves: readonly WantedMove[]): Map<string, PlanPlace> => {
  const places = placesOf(state);
  for (const { visitId } of moves) places.delete(visitId);
  for (const { visitId, to } of moves) if (to) place(state, places, visitId, to);
  return places;
};

/** The place after a visit, or the first; none when it is not told, or when that visit went to another crew meanwhile. */
const placeAfter = (order: readonly string[], afterId: string | null | undefined): number | undefined => {
  if (afterId === null) return 0;
  const index = afterId === undefined ? -1 : order.indexOf(afterId);
  return index === -1 ? undefined : index + 1;
};

const place = (
  state: PlanState,
  places: Map<string, PlanPlace>,
  visitId: string,
  to: NonNullable<WantedMove["to"]>,
) => {
  const slot = slotOf(state, to.crewId)!;
  const task = state.problem.tasks.find(({ id }) => id === visitId)!;
  const firm = isFirm(state.data.visits.find(({ id }) => id === visitId)!);
  const standing = [...places]
    .filter(([, each]) => each.crewId === to.crewId)
    .toSorted(([, a], [, b]) => a.start - b.start);
  if (to.start !== undefined) {
    const part = to.part ?? partOfFixed(task, slot.on, to.start, firm);
    places.set(visitId, { crewId: to.crewId, on: slot.on, part, start: to.start, isPinned: true });
    return;
  }
  const order = standing.map(([id]) => id);
  const index =
    placeAfter(order, to.afterId) ?? bestOnDay(state, task, to.crewId, order, places)?.index ?? order.length;
  order.splice(index, 0, visitId);
  const previous = standing[index - 1]?.[1];
  const start = previous ? previous.start : slot.opens;
  const probe = probeStart(state, task, to.crewId, order, places, index);
  const part = to.part ?? partFor(task, slot.on, probe ?? start, firm);
  for (const [at, id] of order.entries()) {
    const known = places.get(id);
    const shift = at - index;
    if (id === visitId)
      places.set(id, { crewId: to.crewId, on: slot.on, part, start: start + 1, isPinned: false });
    else if (known && shift > 0 && !known.isPinned)
      places.set(id, { ...known, start: Math.max(known.start, start + 1 + shift) });
  }
};

const placedOf = (places: ReadonlyMap<string, PlanPlace>, id: string, part: Placed["part"]): Placed => {
  const known = places.get(id);
  if (!known) return { taskId: id, part };
  return known.isPinned
    ? { taskId: id, part: known.part, notBefore: known.start }
    : { taskId: id, part: known.part };
};

const probeStart = (
  state: PlanState,
  task: Task,
  crewId: string,
  order: readonly string[],
  places: ReadonlyMap<string, PlanPlace>,
  index: number,
): number | undefined => {
  const tasks = new Map(state.problem.tasks.map((each) => [each.id, each]));
  const slot = slotOf(state, crewId)!;
  const loose = new Map(tasks).set(task.id, { ...task, options: [] });
  const day = driveDay(
    slot,
    order.map((id) => placedOf(places, id, "full_day")),
    loose,
  );
  return day.stops[index]?.start;
};

interface OnDay {
  index: number;
  part: Placed["part"];
  start: number;
  cost: number;
  /** What of it is overtime that comes with it; the rest is driving and what the place itself costs. */
  overtime: number;
}

/** The cheapest place on a crew's day that breaks no rule of the day that was not broken before. */
export const bestOnDay = (
  state: PlanState,
  task: Task,
  crewId: string,
  order: readonly string[],
  places: ReadonlyMap<string, PlanPlace>,
): OnDay | null => {
  const slot = slotOf(state, crewId)!;
  const { weights } = state.problem;
  const tasks = new Map(state.problem.tasks.map((each) => [each.id, each] as const));
  tasks.set(task.id, { ...task, fixed: null });
  const costOf = (placed: readonly Placed[]) => {
    const day = driveDay(slot, placed, tasks);
    const units = day.stops.reduce((sum, { units: leg }) => sum + leg, day.unitsBack);
    const overtime = Math.max(0, day.backAt - slot.closes) * weights.overtimeMinute * costPerMinute;
    return { day, cost: units + overtime, overtime, breaches: dayRules.flatMap((rule) => rule(day)).length };
  };
  const now = order.map((id) => placedOf(places, id, "full_day"));
  const before = costOf(now);
  const extra = assignTerms(task, slot, weights).reduce((sum, { cost }) => sum + cost, 0);
  let best: OnDay | null = null;
  for (const option of task.options.filter(({ on }) => on === slot.on))
    for (let index = 0; index <= now.length; index += 1) {
      const placed = now.toSpliced(index, 0, { taskId: task.id, part: option.part });
      const after = costOf(placed);
      if (after.breaches > before.breaches) continue;
      const part = partTerms(task, slot.on, option.part, weights).reduce((sum, { cost }) => sum + cost, 0);
      const cost = after.cost - before.cost + extra + part;
      if (!best || cost < best.cost)
        best = {
          index,
          part: option.part,
          start: after.day.stops[index]!.start,
          cost,
          overtime: after.overtime - before.overtime,
        };
    }
  return best;
};

const mostPlaces = 60;

/** Places for a visit that break no rule, cheapest first; it is taken from where it stands now. */
export const possiblePlaces = (state: PlanState, visitId: string): PossiblePlace[] => {
  const task = state.problem.tasks.find(({ id }) => id === visitId);
  if (!task) throw notInPlan({ ids: [visitId] });
  const places = placesOf(state);
  places.delete(visitId);
  const { weights } = state.problem;
  const found: PossiblePlace[] = [];
  for (const slot of state.problem.slots) {
    const order = [...places]
      .filter(([, each]) => each.crewId === slot.crewId)
      .toSorted(([, a], [, b]) => a.start - b.start)
      .map(([id]) => id);
    const best = bestOnDay(state, task, slot.crewId, order, places);
    if (!best) continue;
    const own = [...assignTerms(task, slot, weights), ...partTerms(task, slot.on, best.part, weights)];
    const driving = best.cost - best.overtime - own.reduce((sum, { cost }) => sum + cost, 0);
    found.push({
      crewId: slot.crewId,
      crewName: slot.crewName,
      on: slot.on,
      part: best.part,
      start: best.start,
      afterId: order[best.index - 1] ?? null,
      cost: best.cost,
      terms: [
        { term: "travel" as const, cost: driving },
        { term: "overtime" as const, cost: best.overtime },
        ...own,
      ].filter(({ cost }) => cost !== 0),
    });
  }
  return found.toSorted((a, b) => a.cost - b.cost).slice(0, mostPlaces);
};
