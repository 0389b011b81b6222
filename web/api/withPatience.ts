import { Problem } from "#platform/contract";

const patienceMs = 20_000;

/** Asks, and makes a problem of no answer. For reads only: what became of a write without an answer would not be known. */
export const withPatience = async <T>(
  signal: AbortSignal | undefined,
  ask: (signal: AbortSignal) => Promise<T>,
): Promise<T> => {
  const control = new AbortController();
  const stop = () => control.abort(signal?.reason);
  const timer = setTimeout(
    () => control.abort(new Problem("web/no-answer", 0, "The server does not answer")),
    patienceMs,
  );
  signal?.addEventListener("abort", stop);
  if (signal?.aborted) stop();
  try {
    return await ask(control.signal);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", stop);
  }
};
