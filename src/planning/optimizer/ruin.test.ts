import { expect, test } from "vitest";
import { Annealer } from "./anneal.ts";
import { compilePlan } from "./compilePlan.ts";
import { ruin } from "./ruin.ts";
import { aProblem, aSlot, aTask, nijkerk } from "./testing.ts";
import { usualTuning } from "./tuning.ts";

test("a whole route goes at once, but for what is fixed on it", () => {
  const tasks = Array.from({ length: 6 }, (_, index) =>
    aTask(`t${index}`, {
      place: { ...nijkerk, longitude: nijkerk.longitude + index / 50 },
      minutes: 60,
      fixed: index === 0 ? { crewId: "crew", start: 540, part: "morning" } : null,
    }),
  );
  const slots = [aSlot(), aSlot({ crewId: "other", memberIds: ["kim"] })];
  const start = new Map([["crew", [{ taskId: "t0", part: "morning" as const, notBefore: 540 }]]]);
  const { problem, from } = compilePlan(aProblem(tasks, slots), start);
  for (let seed = 1; seed <= 5; seed += 1) {
    const annealer = new Annealer(problem, seed);
    const { state } = annealer;
    annealer.load({ plan: from, members: null });
    const cycle = { steps: 50, hot: 2000, cold: 50, prices: 1, from: null };
    annealer.run({ ...cycle, tuning: usualTuning });
    const before = [...state.routes.slotOf];
    state.tuning = { ...usualTuning, wholeRoute: 1 };
    state.begin();
    ruin(state);
    const gone = tasks.flatMap((_, visit) => (state.routes.slotOf[visit] === before[visit] ? [] : [visit]));
    const emptied = before[gone[0]!]!;
    expect(gone).toEqual(
      tasks.flatMap((task, visit) => (before[visit] === emptied && !task.fixed ? [visit] : [])),
    );
    expect(gone.length).toBeGreaterThan(0);
  }
});
