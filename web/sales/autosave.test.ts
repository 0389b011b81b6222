import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { Problem } from "#platform/contract";
import { makeAutosave, type SaveState } from "./autosave.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("autosave", () => {
  test("sends once what was given shortly after each other", async () => {
    const save = vi.fn<(answers: object) => Promise<void>>(async () => {});
    const states: SaveState[] = [];
    const autosave = makeAutosave<{ a?: number; b?: number }>(save, (state) => states.push(state));
    autosave.keep({ a: 1 });
    autosave.keep({ a: 2 });
    autosave.keep({ b: 3 });
    await vi.advanceTimersByTimeAsync(800);
    expect(save.mock.calls).toEqual([[{ a: 2, b: 3 }]]);
    expect(states.at(-1)).toBe("saved");
  });

  test("tries again what could not be sent, without losing what came later", async () => {
    const save = vi.fn<(answers: object) => Promise<void>>(async () => {});
    save.mockRejectedValueOnce(new Error("no connection"));
    const autosave = makeAutosave<{ a?: number; b?: number }>(save, () => {});
    autosave.keep({ a: 1 });
    expect(await autosave.flush()).toBe(false);
    autosave.keep({ b: 2 });
    await vi.advanceTimersByTimeAsync(5_000);
    expect(save.mock.calls.at(-1)).toEqual([{ a: 1, b: 2 }]);
  });

  test("does not go on asking what was refused, and sends it with the next answer", async () => {
    const save = vi.fn<(answers: object) => Promise<void>>(async () => {});
    save.mockRejectedValueOnce(new Problem("sales/intake-closed", 409, "Closed"));
    const states: SaveState[] = [];
    const autosave = makeAutosave<{ a?: number; b?: number }>(save, (state) => states.push(state));
    autosave.keep({ a: 1 });
    await vi.advanceTimersByTimeAsync(20_000);
    expect(save).toHaveBeenCalledTimes(1);
    expect(states.at(-1)).toBe("refused");
    autosave.keep({ b: 2 });
    await vi.advanceTimersByTimeAsync(1_000);
    expect(save.mock.calls.at(-1)).toEqual([{ a: 1, b: 2 }]);
  });
});
