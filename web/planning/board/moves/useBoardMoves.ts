import { useMemo, useState } from "react";
import { type CrewMove, type PlanChange, planning } from "#planning/contract";
import { Problem } from "#platform/contract";
import { call } from "../../../api/call.ts";
import { untilSent } from "../../../api/untilSent.ts";
import { tellProblem } from "../../../ui/tell.ts";
import type { BoardStore, Pending } from "../store/boardStore.ts";
import type { Target } from "../store/localMove.ts";
import { afterPicture } from "./afterPicture.ts";
import { surely } from "./surely.ts";

/** A move that somebody else was ahead of. */
export interface Conflict {
  visitIds: readonly string[];
  problem: Problem;
}

export interface BoardMoves {
  /** Moves visits at once on the screen; the server follows, in order, and then `onSettled` hears of it. */
  move: (visitIds: readonly string[], to: Target | null, onSettled?: () => void) => void;
  pin: (visitIds: readonly string[], isPinned: boolean) => void;
  /** Another crew for a person, another van or depot for a crew: in the draft. */
  changeCrews: (move: CrewMove) => void;
  undo: () => void;
  redo: () => void;
}

interface Needs {
  store: BoardStore;
  planId: string;
  /** Asks for the whole plan anew; the same function while the plan is open. */
  refetch: () => Promise<unknown>;
}

/** One thing after the other, so that each says truly where the visits stood. */
const makeQueue = () => {
  let last: Promise<unknown> = Promise.resolve();
  return (work: () => Promise<void>) => {
    last = last.then(work, work);
  };
};

const targetsOf = (visitIds: readonly string[], to: Target | null) =>
  visitIds.map((_, index) =>
    to === null || index === 0 ? to : { crewId: to.crewId, afterId: visitIds[index - 1]! },
  );

const makeMoves = (
  { store, planId, refetch }: Needs,
  onConflict: (conflict: Conflict) => void,
): BoardMoves => {
  const inOrder = makeQueue();
  const send = (
    write: (idempotencyKey: string) => Promise<PlanChange>,
    move?: Pending,
    onSettled?: () => void,
  ) => {
    inOrder(async () => {
      // The hand sees its move first; sending it comes after.
      await afterPicture();
      try {
        store.settle(await untilSent(() => surely(write)), move);
        onSettled?.();
      } catch (error) {
        if (move) store.takeBack(move);
        // Where the server is not there either, what is known of the plan stays; that the move went wrong is told all the same.
        await refetch().catch(() => undefined);
        if (error instanceof Problem && error.status === 409 && move && "visitIds" in move)
          onConflict({ visitIds: move.visitIds, problem: error });
        else tellProblem(error);
      }
    });
  };
  const undo = () => send((idempotencyKey) => call(planning.undoPlan, { planId }, { idempotencyKey }));
  const redo = () => send((idempotencyKey) => call(planning.redoPlan, { planId }, { idempotencyKey }));
  return {
    undo,
    redo,
    pin: (visitIds, isPinned) =>
      send((idempotencyKey) =>
        call(planning.pinVisits, { planId, visitIds: [...visitIds], isPinned }, { idempotencyKey }),
      ),
    changeCrews: (move) => {
      store.begin(move);
      send((idempotencyKey) => call(planning.changePlanCrews, { planId, move }, { idempotencyKey }), move);
    },
    move: (visitIds, to, onSettled) => {
      const local = { visitIds, to };
      store.begin(local);
      const targets = targetsOf(visitIds, to);
      const moves = () =>
        visitIds.map((visitId, index) => ({ visitId, from: store.knownPlace(visitId), to: targets[index]! }));
      send(
        (idempotencyKey) => call(planning.changePlan, { planId, moves: moves() }, { idempotencyKey }),
        local,
        onSettled,
      );
    },
  };
};

/** What can be done to the plan on the board; the moves stay the same object while the plan is open. */
export const useBoardMoves = ({ store, planId, refetch }: Needs) => {
  const [conflict, setConflict] = useState<Conflict>();
  const moves = useMemo(() => makeMoves({ store, planId, refetch }, setConflict), [store, planId, refetch]);
  return { moves, conflict, forget: () => setConflict(undefined) };
};
