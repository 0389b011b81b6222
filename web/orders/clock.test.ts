import { describe, expect, test } from "vitest";
import { clockOf, passedSince } from "./clock.ts";

const now = new Date("2026-11-24T12:00:00.000Z");

describe("the clock of a status", () => {
  test.each([
    ["2026-11-27T13:00:00.000Z", "leftDays", 3, "neutral"],
    ["2026-11-25T11:00:00.000Z", "leftHours", 23, "warning"],
    ["2026-11-24T12:00:30.000Z", "leftMinutes", 1, "warning"],
    ["2026-11-24T11:59:30.000Z", "lateMinutes", 1, "danger"],
    ["2026-11-24T07:00:00.000Z", "lateHours", 5, "danger"],
    ["2026-11-20T12:00:00.000Z", "lateDays", 4, "danger"],
  ])("due %s is %s %i", (due, word, count, tone) => {
    expect(clockOf(due, now)).toEqual({ word, count, tone });
  });

  test("is absent without a due moment", () => {
    expect(clockOf(null, now)).toBeUndefined();
  });

  test("counts how long a status lasts", () => {
    expect(passedSince("2026-11-22T11:00:00.000Z", now)).toEqual({ word: "sinceDays", count: 2 });
    expect(passedSince("2026-11-24T09:10:00.000Z", now)).toEqual({ word: "sinceHours", count: 2 });
  });
});
