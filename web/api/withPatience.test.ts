import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { withPatience } from "./withPatience.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A server that took the question and never answers, as `fetch` tells it. */
const never = (signal: AbortSignal) =>
  new Promise<never>((_, reject) => {
    if (signal.aborted) reject(signal.reason);
    signal.addEventListener("abort", () => reject(signal.reason));
  });

describe("a question", () => {
  test("that gets no answer ends as a problem, after a while and not before", async () => {
    const asked = withPatience(undefined, never).catch((error: unknown) => error);
    await vi.advanceTimersByTimeAsync(19_000);
    expect(await Promise.race([asked, Promise.resolve("waits")])).toBe("waits");
    await vi.advanceTimersByTimeAsync(2_000);
    expect(await asked).toMatchObject({ type: "web/no-answer", status: 0 });
  });

  test("that nobody waits for any more stops as that, also when it was over before it began", async () => {
    const control = new AbortController();
    const asked = withPatience(control.signal, never).catch((error: unknown) => error);
    control.abort();
    expect(await asked).toMatchObject({ name: "AbortError" });
    expect(await withPatience(control.signal, never).catch((error: unknown) => error)).toMatchObject({
      name: "AbortError",
    });
  });

  test("that is answered leaves no clock behind", async () => {
    expect(await withPatience(undefined, async () => "here")).toBe("here");
    expect(vi.getTimerCount()).toBe(0);
  });
});
