import type { CrewMove, PlanBoard, PlanChange, PlanPlace, PlanRun } from "#planning/contract";
import { markChanged } from "../../../api/changed.ts";
import { changeCrewsLocally } from "./localCrewMove.ts";
import { type LocalMove, moveLocally } from "./localMove.ts";
import { type BoardState, movedBetween, stateOf, withChange } from "./state.ts";

/** Something done here that the server has not answered yet. */
export type Pending = LocalMove | CrewMove;

const applied = (state: BoardState, pending: Pending): BoardState =>
  "kind" in pending ? changeCrewsLocally(state, pending) : moveLocally(state, pending);

export interface BoardStore {
  /** What is shown: what the server said, with the moves on it that it has not answered yet. */
  get: () => BoardState;
  subscribe: (listener: () => void) => () => void;
  /** Where the server has a visit. */
  knownPlace: (visitId: string) => PlanPlace | null;
  /** The whole plan anew; what stands elsewhere than before was moved by somebody else. */
  replace: (board: PlanBoard) => void;
  /** Shows a move at once. */
  begin: (move: Pending) => void;
  /** The server's answer to a move, or to something else that was done. */
  settle: (change: PlanChange, move?: Pending) => void;
  /** A move that was refused goes back. */
  takeBack: (move: Pending) => void;
  setRun: (run: PlanRun | null) => void;
  /** When this screen last changed something itself. */
  lastOwnChange: () => number;
}

/** Holds one plan for the board; parts of the screen follow only what they show. */
export const makeBoardStore = (board: PlanBoard): BoardStore => {
  let truth = stateOf(board);
  let shown = truth;
  let waiting: readonly Pending[] = [];
  let ownAt = 0;
  const listeners = new Set<() => void>();
  const show = () => {
    shown = waiting.reduce(applied, truth);
    for (const listener of listeners) listener();
  };
  return {
    get: () => shown,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    knownPlace: (visitId) => truth.visits.get(visitId)?.at ?? null,
    replace: (next) => {
      if (next.revision < truth.plan.revision) return;
      const former = truth;
      truth = stateOf(next, former);
      const moved = movedBetween(former, truth);
      if (moved.length > 0) markChanged(moved);
      show();
    },
    begin: (move) => {
      waiting = [...waiting, move];
      ownAt = Date.now();
      show();
    },
    settle: (change, move) => {
      waiting = waiting.filter((each) => each !== move);
      truth = withChange(truth, change);
      ownAt = Date.now();
      show();
    },
    takeBack: (move) => {
      waiting = waiting.filter((each) => each !== move);
      show();
    },
    setRun: (run) => {
      truth = { ...truth, run };
      show();
    },
    lastOwnChange: () => ownAt,
  };
};
