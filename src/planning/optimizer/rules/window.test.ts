import { expect, test } from "vitest";
import { aDay, aTask } from "../testing.ts";
import { window } from "./window.ts";

test("work that starts within its part of the day breaks nothing", () => {
  expect(window(aDay([aTask("a"), aTask("b")]))).toEqual([]);
});

test("tells how many minutes too late the work starts", () => {
  const day = aDay([aTask("a", { minutes: 250 }), aTask("b")]);
  expect(window(day)).toEqual([{ rule: "window", visitId: "b", crewId: "crew", detail: "10" }]);
});

test("tells the day when the visit is not allowed on it", () => {
  expect(window(aDay([aTask("a", { options: [] })]))).toMatchObject([
    { rule: "window", detail: "2026-03-10" },
  ]);
});
