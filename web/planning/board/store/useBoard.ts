import { createContext, useContext, useSyncExternalStore } from "react";
import type { PlanDay, PlanVisit } from "#planning/contract";
import type { BoardMoves } from "../moves/useBoardMoves.ts";
import type { BoardStore } from "./boardStore.ts";
import type { Marks, MarksStore } from "./marks.ts";
import type { BoardState } from "./state.ts";

/** Everything parts of the board share; the same objects for as long as the plan is open. */
export interface BoardTools {
  store: BoardStore;
  marks: MarksStore;
  moves: BoardMoves;
  mayPlan: boolean;
  /** Opens the dialog with places for these visits. */
  askPlace: (visitId: string) => void;
  /** Shows a visit with its reasons. */
  open: (visitId: string) => void;
  /** Goes to a visit on the board, in whichever row and day it stands, and shows it with its reasons. */
  show: (visitId: string) => void;
}

export const BoardContext = createContext<BoardTools | undefined>(undefined);

export const useBoard = (): BoardTools => {
  const tools = useContext(BoardContext);
  if (!tools) throw new Error("A part of the board stands outside of it");
  return tools;
};

/** A piece of the plan; the part is drawn anew only when this piece is another one. */
export const useBoardValue = <T>(pick: (state: BoardState) => T): T => {
  const { store } = useBoard();
  return useSyncExternalStore(store.subscribe, () => pick(store.get()));
};

export const useVisit = (id: string | undefined): PlanVisit | undefined =>
  useBoardValue(({ visits }) => (id ? visits.get(id) : undefined));

export const useDay = (crewId: string): PlanDay | undefined => useBoardValue(({ days }) => days.get(crewId));

/** A piece of what is pointed at. */
export const useMarks = <T>(pick: (marks: Marks) => T): T => {
  const { marks } = useBoard();
  return useSyncExternalStore(marks.subscribe, () => pick(marks.get()));
};
