import { expect, test } from "vitest";
import { aDay, aSlot, aTask } from "../testing.ts";
import { vanStock } from "./vanStock.ts";

test("a van carries the chargers of its day", () => {
  const tasks = [aTask("a", { minutes: 30, chargers: 2 }), aTask("b", { minutes: 30, chargers: 3 })];
  expect(vanStock(aDay(tasks, aSlot({ capacity: 5 })))).toEqual([]);
  expect(vanStock(aDay(tasks, aSlot({ capacity: 4 })))).toEqual([
    { rule: "van_stock", visitId: null, crewId: "crew", detail: "1" },
  ]);
  expect(vanStock(aDay(tasks, aSlot({ capacity: null })))).toEqual([]);
});
