import { expect, test } from "vitest";
import { aDay, aProblem, aSlot, aTask } from "../testing.ts";
import { together } from "./together.ts";

const one = aTask("one");
const two = aTask("two", { togetherId: "one" });
const other = aSlot({ crewId: "other" });

test("two crews begin at the same moment", () => {
  expect(together([aDay([one]), aDay([two], other)], aProblem([one, two]))).toEqual([]);
});

test("a later start, the same crew, or one alone is told", () => {
  const breach = { rule: "together", visitId: "two", detail: "one" };
  const late = aTask("late", { minutes: 30 });
  expect(together([aDay([one]), aDay([late, two], other)], aProblem([one, two, late]))).toMatchObject([
    breach,
  ]);
  expect(together([aDay([one, two])], aProblem([one, two]))).toMatchObject([breach]);
  expect(together([aDay([two])], aProblem([one, two]))).toMatchObject([breach]);
});
