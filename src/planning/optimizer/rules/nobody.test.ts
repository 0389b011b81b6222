import { expect, test } from "vitest";
import { aDay, aSlot, aTask, aTeam } from "../testing.ts";
import { nobody } from "./nobody.ts";

test("a crew with somebody on it, or with nothing to do, breaks nothing", () => {
  expect(nobody(aDay([aTask("a")], aSlot({ team: aTeam([false]) })))).toEqual([]);
  expect(nobody(aDay([], aSlot({ team: aTeam([]) })))).toEqual([]);
});

test("work without anybody is told", () => {
  expect(nobody(aDay([aTask("a")], aSlot({ team: aTeam([]) })))).toEqual([
    { rule: "nobody", visitId: null, crewId: "crew", detail: "" },
  ]);
});
