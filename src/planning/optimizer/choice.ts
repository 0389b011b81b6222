import type { Columns } from "./columns.ts";

/** Routes chosen so far, and what may still be chosen beside them. */
export interface Choice {
  chosen: number[];
  cost: number;
  /** Visits that are in a chosen route. */
  taken: Uint8Array;
  /** How many routes each slot, or kind of slot, can still have. */
  free: Int32Array;
  /** Routes that fit beside those chosen: the first `count`. */
  open: Int32Array;
  count: number;
  /** How often a route may still be looked at: the same on any machine, so that plans are. */
  looks: number;
}

/** Nothing chosen yet. */
export const nothingChosen = ({ problem, routes, most }: Columns, looks: number): Choice => ({
  chosen: [],
  cost: 0,
  taken: new Uint8Array(problem.visits),
  free: most.slice(),
  open: Int32Array.from(routes, (_, column) => column),
  count: routes.length,
  looks,
});

/** Whether a route has no visit of those chosen, and a slot of its kind is left. */
export const isFree = (
  { from, visits, group }: Columns,
  { taken, free }: Choice,
  column: number,
): boolean => {
  if (free[group[column]!]! <= 0) return false;
  for (let index = from[column]!; index < from[column + 1]!; index += 1)
    if (taken[visits[index]!]) return false;
  return true;
};

/** Chooses a route that is free; which others fit beside it is told by `closeOthers`. */
export const choose = ({ from, visits, group, cost }: Columns, choice: Choice, column: number): void => {
  for (let index = from[column]!; index < from[column + 1]!; index += 1) choice.taken[visits[index]!] = 1;
  choice.free[group[column]!]! -= 1;
  choice.chosen.push(column);
  choice.cost += cost[column]!;
};

/** Takes back the choice made last. */
export const unchoose = ({ from, visits, group, cost }: Columns, choice: Choice): void => {
  const column = choice.chosen.pop()!;
  for (let index = from[column]!; index < from[column + 1]!; index += 1) choice.taken[visits[index]!] = 0;
  choice.free[group[column]!]! += 1;
  choice.cost -= cost[column]!;
};

/** Leaves out the routes that do not fit beside those chosen. */
export const closeOthers = (columns: Columns, choice: Choice): void => {
  const { open } = choice;
  let left = 0;
  for (let rank = 0; rank < choice.count; rank += 1)
    if (isFree(columns, choice, open[rank]!)) open[left++] = open[rank]!;
  choice.count = left;
};
