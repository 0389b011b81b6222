import { expect, test } from "vitest";
import { aDay, aSlot, aTask } from "../testing.ts";
import { maxJobs } from "./maxJobs.ts";

test("a crew has no more visits than agreed", () => {
  const tasks = [aTask("a", { minutes: 30 }), aTask("b", { minutes: 30 })];
  expect(maxJobs(aDay(tasks, aSlot({ maxJobs: 2 })))).toEqual([]);
  expect(maxJobs(aDay(tasks, aSlot({ maxJobs: 1 })))).toEqual([
    { rule: "max_jobs", visitId: null, crewId: "crew", detail: "1" },
  ]);
});
