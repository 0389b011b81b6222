import type { Platform } from "../platform.ts";
import { runNext } from "./dueJobs.ts";
import { runRecurring } from "./recurringWork.ts";

export interface Worker {
  /** Looks for work now instead of at the next tick. */
  wake(): void;
  /** Finishes what is running and takes nothing new. */
  stop(): Promise<void>;
}

/** Works through the queue with `lanes` jobs at a time, waking at least every `tickMilliseconds`. */
export const startWorker = (
  platform: Platform,
  {
    lanes = 4,
    tickMilliseconds = 500,
    onError,
  }: { lanes?: number; tickMilliseconds?: number; onError: (error: unknown) => void },
): Worker => {
  let stopped = false;
  const resting = new Set<() => void>();
  let calls = 0;
  /** Rests until the next tick or call; a call that came while the lane was looking counts too. */
  const rest = (callsSeen: number) =>
    new Promise<void>((resolve) => {
      if (stopped || calls !== callsSeen) return resolve();
      const up = () => {
        clearTimeout(timer);
        resting.delete(up);
        resolve();
      };
      const timer = setTimeout(up, tickMilliseconds);
      resting.add(up);
    });
  const wake = () => {
    calls += 1;
    for (const up of resting) up();
  };
  const lane = async (isFirst: boolean) => {
    let recurringAt = 0;
    while (!stopped) {
      const callsSeen = calls;
      try {
        if (isFirst && Date.now() - recurringAt > 30_000) {
          recurringAt = Date.now();
          await runRecurring(platform);
        }
        if ((await runNext(platform, { now: platform.now(), atItsTime: false })) === 0) await rest(callsSeen);
      } catch (error) {
        onError(error);
        await rest(calls);
      }
    }
  };
  const running = Array.from({ length: lanes }, (_, index) => lane(index === 0));
  return {
    wake,
    async stop() {
      stopped = true;
      wake();
      await Promise.all(running);
    },
  };
};
