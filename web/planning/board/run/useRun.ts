import { useEffect } from "react";
import { type PlanRun, planning } from "#planning/contract";
import { call } from "../../../api/call.ts";
import { tellDone, tellProblem } from "../../../ui/tell.ts";
import { toast } from "../../../ui/toasts.ts";
import { useWords } from "../../../words/words.ts";
import { type BoardTools, useBoard, useBoardValue } from "../store/useBoard.ts";
import { dialogWords } from "../words/dialogs.ts";

const every = 500;

/** Follows the optimiser while it is at work; its result arrives as one step that can be taken back. */
export const useRun = (refetch: () => Promise<unknown>): PlanRun | null => {
  const t = useWords(dialogWords);
  const { store, moves } = useBoard();
  const run = useBoardValue((state) => state.run);
  const runId = run?.status === "running" ? run.id : undefined;
  useEffect(() => {
    if (!runId) return;
    const stopped = new AbortController();
    const end = async (last: PlanRun) => {
      await refetch();
      const { priorityPlanned: planned, priorityAll: all } = store.get().score;
      if (last.status === "failed") toast({ tone: "danger", message: t("run.failed") });
      else tellDone(t("run.done", { planned, all }), moves.undo);
    };
    const look = async () => {
      while (!stopped.signal.aborted) {
        await new Promise((resolve) => setTimeout(resolve, every));
        if (stopped.signal.aborted) return;
        const now = await call(planning.planRun, { runId }, { signal: stopped.signal });
        store.setRun(now);
        if (now.status !== "running") return end(now);
      }
    };
    look().catch((error) => {
      if (!stopped.signal.aborted) tellProblem(error);
    });
    return () => stopped.abort();
    // The words and the way to fetch are the same for as long as the plan is open.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [runId, store]);
  return run?.status === "running" ? run : null;
};

/** Starts the optimiser for a scope. */
export const startRun = async (
  { store }: Pick<BoardTools, "store">,
  { scope, visitIds, seconds }: { scope: PlanRun["scope"]; visitIds: string[]; seconds: number },
): Promise<void> => {
  try {
    const planId = store.get().plan.id;
    store.setRun(await call(planning.optimisePlan, { planId, scope, visitIds, seconds }));
  } catch (error) {
    tellProblem(error);
  }
};
