import { expect, test } from "vitest";
import { aDay, aProblem, aSlot, aTask } from "../testing.ts";
import { orderOfVisits } from "./orderOfVisits.ts";

const survey = aTask("survey");
const job = aTask("job", { afterId: "survey" });
const next = aSlot({ crewId: "next", on: "2026-03-11" });

test("a job may follow its survey on a later day", () => {
  expect(orderOfVisits([aDay([survey]), aDay([job], next)], aProblem([survey, job]))).toEqual([]);
});

test("not on the same day, and not without it", () => {
  const breach = { rule: "order_of_visits", visitId: "job", crewId: null, detail: "survey" };
  expect(orderOfVisits([aDay([survey, job])], aProblem([survey, job]))).toEqual([breach]);
  expect(orderOfVisits([aDay([job])], aProblem([survey, job]))).toEqual([breach]);
});
