import { expect, test } from "vitest";
import { aDay, aSlot, aTask, aTeam } from "../testing.ts";
import { senior } from "./senior.ts";

const day = (...learning: boolean[]) => aDay([aTask("a")], aSlot({ team: aTeam(learning) }));

test("a junior beside a senior breaks nothing, nor does a senior alone", () => {
  expect(senior(day(true, false))).toEqual([]);
  expect(senior(day(false))).toEqual([]);
});

test("names juniors who would go by themselves", () => {
  expect(senior(day(true, true))).toEqual([
    { rule: "senior", visitId: null, crewId: "crew", detail: "Mechanic 1, Mechanic 2" },
  ]);
});

test("asks for nobody where nothing is planned", () => {
  expect(senior(aDay([], aSlot({ team: aTeam([true]) })))).toEqual([]);
});
