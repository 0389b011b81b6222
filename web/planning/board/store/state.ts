import type { PlanBoard, PlanChange, PlanDay, PlanPlace, PlanVisit } from "#planning/contract";

/** A plan as the board shows it: what did not change stays the same object, so that only what did is drawn anew. */
export interface BoardState {
  plan: Omit<PlanBoard, "days" | "visits" | "score" | "undo" | "redo" | "run">;
  score: PlanBoard["score"];
  undo: PlanBoard["undo"];
  redo: PlanBoard["redo"];
  run: PlanBoard["run"];
  days: ReadonlyMap<string, PlanDay>;
  visits: ReadonlyMap<string, PlanVisit>;
}

const byId = <T>(rows: readonly T[], idOf: (row: T) => string, former?: ReadonlyMap<string, T>) =>
  new Map(
    rows.map((row) => {
      const id = idOf(row);
      const was = former?.get(id);
      return [id, was && JSON.stringify(was) === JSON.stringify(row) ? was : row] as const;
    }),
  );

/** The state for an answer of the server; keeps the objects of the former state that are the same. */
export const stateOf = (board: PlanBoard, former?: BoardState): BoardState => {
  const { days, visits, score, undo, redo, run, ...plan } = board;
  return {
    plan,
    score,
    undo,
    redo,
    run,
    days: byId(days, ({ crewId }) => crewId, former?.days),
    visits: byId(visits, ({ id }) => id, former?.visits),
  };
};

/** The state after what a change made different. */
export const withChange = (state: BoardState, change: PlanChange): BoardState => {
  const days = new Map(state.days);
  for (const day of change.days) days.set(day.crewId, day);
  for (const crewId of change.gone) days.delete(crewId);
  const visits = new Map(state.visits);
  for (const visit of change.visits) visits.set(visit.id, visit);
  const { revision, score, undo, redo } = change;
  return { ...state, plan: { ...state.plan, revision }, score, undo, redo, days, visits };
};

/** Whether two places are the same crew, moment and pin. */
export const isSamePlace = (one: PlanPlace | null, other: PlanPlace | null): boolean =>
  one === other ||
  (one !== null &&
    other !== null &&
    one.crewId === other.crewId &&
    one.start === other.start &&
    one.part === other.part &&
    one.isPinned === other.isPinned);

/** Visits that stand elsewhere in the second state. */
export const movedBetween = (before: BoardState, after: BoardState): string[] =>
  [...after.visits.values()]
    .filter((visit) => {
      const was = before.visits.get(visit.id);
      return was !== undefined && was !== visit && !isSamePlace(was.at, visit.at);
    })
    .map(({ id }) => id);
