import { expect, test } from "vitest";
import { usualWeights } from "../model.ts";
import { aSlot, aTeam } from "../testing.ts";
import { onceADay } from "./onceADay.ts";

const team = aTeam([false]);
const breaches = (...slots: Parameters<typeof aSlot>[0][]) =>
  onceADay([], { slots: slots.map((slot) => aSlot({ team, ...slot })), tasks: [], weights: usualWeights });

test("people and vans may go with another crew on another day, or when the first is done", () => {
  expect(breaches({ crewId: "a" }, { crewId: "b", on: "2026-03-11" })).toEqual([]);
  expect(
    breaches({ crewId: "a", opens: 450, closes: 720 }, { crewId: "b", opens: 720, closes: 1020 }),
  ).toEqual([]);
});

test("names who and what is on two crews at once", () => {
  expect(breaches({ crewId: "a" }, { crewId: "b" })).toEqual([
    { rule: "once_a_day", visitId: null, crewId: "b", detail: "Mechanic 1" },
    { rule: "once_a_day", visitId: null, crewId: "b", detail: "Van 1" },
  ]);
});
