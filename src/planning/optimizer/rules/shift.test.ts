import { expect, test } from "vitest";
import { aDay, aTask } from "../testing.ts";
import { shift } from "./shift.ts";

test("a crew may come back late, with overtime, but not after its latest hour", () => {
  expect(shift(aDay([aTask("a", { minutes: 600 })]))).toEqual([]);
  expect(shift(aDay([aTask("a", { minutes: 610 })]))).toEqual([
    { rule: "shift", visitId: null, crewId: "crew", detail: "10" },
  ]);
});
