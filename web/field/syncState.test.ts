import { describe, expect, test } from "vitest";
import { worstOf } from "./syncState.ts";

describe("what a mechanic reads about what was sent", () => {
  test.each([
    ["saved", "saved", []],
    ["sending", "sending", []],
    ["sending", "saved", [{ isPaused: false }]],
    ["waiting", "saved", [{ isPaused: true }]],
    ["waiting", "sending", [{ isPaused: false }, { isPaused: true }]],
    ["waiting", "waiting", [{ isPaused: false }]],
  ] as const)("is %s with answers %s and steps %j", (expected, answers, steps) => {
    expect(worstOf(answers, steps)).toBe(expected);
  });
});
