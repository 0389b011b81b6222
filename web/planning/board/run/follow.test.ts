import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { follow } from "./follow.ts";

const answers = vi.fn<() => Promise<Response>>();
const run = (status: string) => Promise.resolve(Response.json({ status }));
const away = () => Promise.reject(new TypeError("fetch failed"));

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("fetch", answers);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test("a run is followed to its end, also when the server was away for a while, which is told once", async () => {
  const seen: string[] = [];
  const onAway = vi.fn<(error: unknown) => void>();
  answers.mockImplementation(() => run("failed"));
  for (const answer of [() => run("running"), away, away, () => run("running")])
    answers.mockImplementationOnce(answer);
  const followed = follow(
    "1",
    { onRun: ({ status }) => seen.push(status), onAway },
    new AbortController().signal,
  );
  await vi.runAllTimersAsync();
  await followed;
  expect(seen).toEqual(["running", "running", "failed"]);
  expect(onAway).toHaveBeenCalledTimes(1);
});
