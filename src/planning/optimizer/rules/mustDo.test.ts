import { expect, test } from "vitest";
import { aDay, aProblem, aTask } from "../testing.ts";
import { mustDo } from "./mustDo.ts";

test("what must be done is planned", () => {
  const must = aTask("a", { mustDo: true });
  expect(mustDo([aDay([must])], aProblem([must]))).toEqual([]);
  expect(mustDo([aDay([])], aProblem([must]))).toEqual([
    { rule: "must_do", visitId: "a", crewId: null, detail: "" },
  ]);
});
