import { rowsOf } from "../store/derived.ts";
import type { BoardState } from "../store/state.ts";

export type Direction = "left" | "right" | "up" | "down";

const visitIdsAt = (state: BoardState, name: number, on: string): readonly string[] => {
  const crewId = rowsOf(state)[name]?.crewIds.get(on);
  return (crewId && state.days.get(crewId)?.visitIds) || [];
};

const placeOf = (state: BoardState, id: string) => {
  const at = state.visits.get(id)?.at;
  const day = at && state.days.get(at.crewId);
  if (!at || !day) return undefined;
  const row = rowsOf(state).findIndex(({ name }) => name === day.name);
  return { row, on: at.on, index: day.visitIds.indexOf(id), start: at.start, ids: day.visitIds };
};

const nearest = (state: BoardState, ids: readonly string[], start: number) =>
  ids.toSorted(
    (a, b) =>
      Math.abs((state.visits.get(a)?.at?.start ?? 0) - start) -
      Math.abs((state.visits.get(b)?.at?.start ?? 0) - start),
  )[0];

const inRows = (state: BoardState, from: number, step: number, on: string) => {
  const { length } = rowsOf(state);
  for (let row = from + step; row >= 0 && row < length; row += step) {
    const ids = visitIdsAt(state, row, on);
    if (ids.length > 0) return ids;
  }
};

/** The visit an arrow key leads to on a day: along the route, or to the crew above or below at about that time. */
export const nextOnDay = (state: BoardState, id: string, to: Direction): string | undefined => {
  const here = placeOf(state, id);
  if (!here) return undefined;
  if (to === "left") return here.ids[here.index - 1];
  if (to === "right") return here.ids[here.index + 1];
  const ids = inRows(state, here.row, to === "up" ? -1 : 1, here.on);
  return ids && nearest(state, ids, here.start);
};

/** The same in a week: up and down the cards of a day and on to the next crew, left and right to another day. */
export const nextInWeek = (
  state: BoardState,
  days: readonly string[],
  id: string,
  to: Direction,
): string | undefined => {
  const here = placeOf(state, id);
  if (!here) return undefined;
  if (to === "up") return here.ids[here.index - 1] ?? inRows(state, here.row, -1, here.on)?.at(-1);
  if (to === "down") return here.ids[here.index + 1] ?? inRows(state, here.row, 1, here.on)?.[0];
  const step = to === "left" ? -1 : 1;
  for (let at = days.indexOf(here.on) + step; at >= 0 && at < days.length; at += step) {
    const ids = visitIdsAt(state, here.row, days[at]!);
    if (ids.length > 0) return ids[Math.min(here.index, ids.length - 1)];
  }
};
