import { setTimeout as pause } from "node:timers/promises";

/**
 * Ends the program cleanly: on Ctrl-C, when asked by the system, and when the program that started us
 * (npm, or an older Node) was killed, so that no server stays behind unseen. Steps run in order; one that
 * fails or takes longer than ten seconds does not hold up the next.
 */
export function onGoodbye(steps: (() => Promise<unknown>)[]): void {
  let since: number | undefined;
  const leave = async () => {
    // npm passes Ctrl-C on to us, so we may hear it twice; later than that, someone is in a hurry.
    if (since !== undefined) return Date.now() - since > 2_000 ? process.exit(1) : undefined;
    since = Date.now();
    for (const step of steps) {
      const done = step().catch((problem: unknown) => console.error(problem));
      await Promise.race([done, pause(10_000, undefined, { ref: false })]);
    }
    process.exit(0);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => void leave());
  process.once("disconnect", () => void leave());
  process.channel?.unref();
  if (process.env.npm_lifecycle_event === "start") whenOrphaned(() => void leave());
}

function whenOrphaned(leave: () => void): void {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    leave();
  }, 1_000);
  watch.unref();
}
