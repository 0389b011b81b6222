import { expect, test } from "vitest";
import { Annealer } from "./anneal.ts";
import { compilePlan } from "./compilePlan.ts";
import { aProblem, aSlot, aTask, nijkerk } from "./testing.ts";
import { usualTuning } from "./tuning.ts";

test("every visit is either planned or absent, also one that another crew does at the same moment", () => {
  const tasks = Array.from({ length: 8 }, (_, index) =>
    aTask(`t${index}`, {
      place: { ...nijkerk, longitude: nijkerk.longitude + index / 20 },
      minutes: 150,
      togetherId: index % 2 === 1 && index < 6 ? `t${index - 1}` : null,
    }),
  );
  const { problem } = compilePlan(aProblem(tasks, [aSlot(), aSlot({ crewId: "other", memberIds: ["kim"] })]));
  for (let seed = 1; seed <= 5; seed += 1) {
    const annealer = new Annealer(problem, seed);
    const { state } = annealer;
    annealer.run({ steps: 500, hot: 2000, cold: 50, prices: 1, tuning: usualTuning, from: null });
    const absent = [...state.absent.subarray(0, state.absentCount)].toSorted((a, b) => a - b);
    const without = tasks.flatMap((_, visit) => (state.routes.slotOf[visit]! < 0 ? [visit] : []));
    expect(absent).toEqual(without);
  }
});
