import { type PlanRun, planning } from "#planning/contract";
import { call } from "../../../api/call.ts";
import { isUnreached } from "../moves/surely.ts";

const every = 500;
const everyWithoutServer = 2_000;

interface Listener {
  onRun: (run: PlanRun) => void;
  /** The server is away; told once, until it answers again. */
  onAway: (error: unknown) => void;
}

/** Asks how far a run is until it is over, or until nobody looks any more; a server that is away for a while is asked on. */
export const follow = async (
  runId: string,
  { onRun, onAway }: Listener,
  signal: AbortSignal,
): Promise<void> => {
  let pause = every;
  while (!signal.aborted) {
    await new Promise((resolve) => setTimeout(resolve, pause));
    if (signal.aborted) return;
    try {
      const now = await call(planning.planRun, { runId }, { signal });
      pause = every;
      onRun(now);
      if (now.status !== "running") return;
    } catch (error) {
      if (signal.aborted) return;
      if (!isUnreached(error)) throw error;
      if (pause === every) onAway(error);
      pause = everyWithoutServer;
    }
  }
};
