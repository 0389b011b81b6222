import { expect, test } from "vitest";
import { compilePlan } from "./compilePlan.ts";
import { nowhere } from "./insertion.ts";
import { randomFrom } from "./random.ts";
import { State } from "./state.ts";
import { aProblem, aSlot, aTask, on } from "./testing.ts";
import { usualTuning } from "./tuning.ts";

test("a visit's place belongs to its part of the day, also where the other part drives less but needs overtime", () => {
  const amersfoort = { latitude: 52.16, longitude: 5.39 };
  const utrecht = { latitude: 52.09, longitude: 5.12 };
  const slot = aSlot({ closes: 960, latest: 1080, end: utrecht });
  const first = aTask("a", { minutes: 270 });
  const next = aTask("b", {
    place: amersfoort,
    options: [
      { on, part: "morning", opens: 480, closes: 720 },
      { on, part: "afternoon", opens: 900, closes: 1020 },
    ],
  });
  const start = new Map([["crew", [{ taskId: "a", part: "morning" as const }]]]);
  const { problem, from } = compilePlan(aProblem([first, next], [slot]), start);
  const state = new State(problem, randomFrom(1), usualTuning);
  state.load(from);
  state.insertions.best(1, 0, nowhere);
  const answer = state.insertions.answer(1, 0);
  const [place, option] = [state.insertions.place[answer]!, state.insertions.option[answer]!];
  expect({ opens: problem.optionOpens[option], place }).toEqual({ opens: 480, place: 0 });
  state.place(1, 0, place, option);
  expect(state.routes.fits(0)).toBe(true);
});
