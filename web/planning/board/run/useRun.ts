import { useEffect, useEffectEvent, useRef } from "react";
import { type PlanRun, planning } from "#planning/contract";
import { call } from "../../../api/call.ts";
import { tellDone, tellProblem } from "../../../ui/tell.ts";
import { toast } from "../../../ui/toasts.ts";
import { useWords } from "../../../words/words.ts";
import { type BoardTools, useBoard, useBoardValue } from "../store/useBoard.ts";
import { dialogWords } from "../words/dialogs.ts";
import { follow } from "./follow.ts";

/** Follows the optimiser while it is at work; its result arrives as one step that can be taken back. */
export const useRun = (refetch: () => Promise<unknown>): PlanRun | null => {
  const t = useWords(dialogWords);
  const { store, moves } = useBoard();
  const run = useBoardValue((state) => state.run);
  const isRunning = run?.status === "running";
  const runId = run?.id;
  const status = run?.status;
  const problem = run?.problem;
  const seen = useRef<string>(undefined);
  const end = useEffectEvent(async () => {
    await refetch();
    const { planned, visits: all } = store.get().score;
    if (status === "failed") toast({ tone: "danger", message: t(`run.failed.${problem ?? "unforeseen"}`) });
    else tellDone(t("run.done", { planned, all }), moves.undo);
  });
  // The end is heard by asking or by the live stream, whichever is first.
  useEffect(() => {
    if (isRunning) seen.current = runId;
    else if (seen.current === runId && runId !== undefined) {
      seen.current = undefined;
      end().catch(tellProblem);
    }
  }, [isRunning, runId]);
  useEffect(() => {
    if (!isRunning || runId === undefined) return;
    const stopped = new AbortController();
    follow(runId, { onRun: store.setRun, onAway: tellProblem }, stopped.signal).catch((error) => {
      if (!stopped.signal.aborted) tellProblem(error);
    });
    return () => stopped.abort();
  }, [isRunning, runId, store]);
  return isRunning ? run : null;
};

interface RunAsked {
  scope: PlanRun["scope"];
  visitIds: string[];
  seconds: number;
  /** Who goes with whom may change too. */
  formCrews?: boolean;
}

/** Starts the optimiser for a scope. */
export const startRun = async (
  { store }: Pick<BoardTools, "store">,
  { scope, visitIds, seconds, formCrews = false }: RunAsked,
): Promise<void> => {
  try {
    const planId = store.get().plan.id;
    store.setRun(await call(planning.optimisePlan, { planId, scope, visitIds, seconds, formCrews }));
  } catch (error) {
    tellProblem(error);
  }
};
