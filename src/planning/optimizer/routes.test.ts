import { describe, expect, test } from "vitest";
import type { Compiled } from "./compiled.ts";
import { compilePlan } from "./compilePlan.ts";
import { compileSolomon } from "./formats/solomon.ts";
import { nowhere } from "./insertion.ts";
import { randomFrom } from "./random.ts";
import { Recreate } from "./recreate.ts";
import { ruin } from "./ruin.ts";
import { State } from "./state.ts";
import { aProblem, aSlot, aTask } from "./testing.ts";
import { usualTuning } from "./tuning.ts";

/** Thirty visits around Nijkerk and three crews that can do about half of them, on a day with a rush hour. */
const aBusyDay = (): Compiled => {
  const random = randomFrom(7);
  const place = () => ({ latitude: 52 + random.next() * 0.5, longitude: 5 + random.next() * 0.8 });
  const tasks = Array.from({ length: 30 }, (_, index) =>
    aTask(`visit ${index}`, { place: place(), minutes: 45 + 15 * random.below(5) }),
  );
  return compilePlan(
    aProblem(
      tasks,
      ["a", "b", "c"].map((crewId) => aSlot({ crewId })),
    ),
  ).problem;
};

/** Forty customers with windows of their own, where travel never takes longer. */
const aDistribution = (): Compiled => {
  const random = randomFrom(5);
  const nodes = Array.from({ length: 41 }, (_, index) => {
    const [x, y, ready] = [random.below(100), random.below(100), index === 0 ? 0 : random.below(150)];
    return { x, y, ready, demand: index === 0 ? 0 : 10, due: index === 0 ? 300 : ready + 60, service: 5 };
  });
  return compileSolomon({ name: "R", vehicles: 12, capacity: 80, nodes });
};

const stateOf = (problem: Compiled) => new State(problem, randomFrom(3), usualTuning);

/** Times, legs and sums of every slot. */
const pictureOf = ({ routes, problem }: State) =>
  Array.from({ length: problem.slots }, (_, slot) => {
    const from = slot * routes.row;
    const until = from + routes.size[slot]! + 2;
    return {
      leaves: routes.leaves.slice(from, until),
      latest: routes.latest.slice(from + 1, until),
      legs: routes.leg.slice(from, until - 1),
      sums: [routes.load[slot], routes.busy[slot], routes.travelled[slot]],
    };
  });

const bestOf = ({ insertions }: State, visit: number, slot: number) => {
  const cost = insertions.best(visit, slot, nowhere);
  const answer = insertions.answer(visit, slot);
  return cost < nowhere
    ? { cost, place: insertions.place[answer], option: insertions.option[answer] }
    : nowhere;
};

describe.each([
  ["in the rush hour", aBusyDay],
  ["at any hour", aDistribution],
])("routes under change, driving %s", (_, problemOf) => {
  test("have the times and sums they would have if they were worked out anew", () => {
    const state = stateOf(problemOf());
    const recreate = new Recreate(state);
    for (let step = 0; step < 200; step += 1) {
      state.begin();
      ruin(state);
      recreate.run();
      state.end(step % 3 === 0 ? 0 : nowhere);
      const kept = pictureOf(state);
      for (let slot = 0; slot < state.problem.slots; slot += 1) state.routes.refresh(slot);
      expect(pictureOf(state)).toEqual(kept);
      expect(state.routes.size.subarray(state.routes.highest + 1).some((size) => size > 0)).toBe(false);
    }
  });

  test("are as they were after a step that was given up halfway, because it would cost too much", () => {
    const state = stateOf(problemOf());
    const recreate = new Recreate(state);
    recreate.run();
    state.undo.forget();
    let halfway = 0;
    for (let step = 0; step < 100; step += 1) {
      const [before, absent, cost] = [pictureOf(state), state.absentCount, state.cost];
      state.begin();
      ruin(state);
      recreate.run(0.9 * cost);
      if (state.absentCount > absent) halfway += 1;
      expect(state.end(0.9 * cost)).toBe(false);
      expect([pictureOf(state), state.absentCount, state.cost]).toEqual([before, absent, cost]);
    }
    expect(halfway).toBeGreaterThan(50);
  });

  test("tell the same of a place, however little was to be paid for it before", () => {
    const asked = stateOf(problemOf());
    const fresh = stateOf(problemOf());
    for (const state of [asked, fresh]) new Recreate(state).run();
    const { slots, visits } = asked.problem;
    let dear = 0;
    for (let pair = 0; pair < visits * slots; pair += 1) {
      const [visit, slot] = [Math.floor(pair / slots), pair % slots];
      if (asked.routes.slotOf[visit]! >= 0) continue;
      dear += asked.insertions.best(visit, slot, 1) >= 1 ? 1 : 0;
      expect(bestOf(asked, visit, slot)).toEqual(bestOf(fresh, visit, slot));
    }
    expect(dear).toBeGreaterThan(0);
  });

  test("tell the same of a place after steps that were taken and steps that were not", () => {
    const state = stateOf(problemOf());
    const recreate = new Recreate(state);
    const { slots, visits } = state.problem;
    for (let step = 0; step < 60; step += 1) {
      state.begin();
      ruin(state);
      recreate.run();
      state.end(step % 3 === 0 ? 0 : nowhere);
      const fresh = stateOf(state.problem);
      fresh.load(state.plan());
      for (let pair = step % 7; pair < visits * slots; pair += 7) {
        const [visit, slot] = [Math.floor(pair / slots), pair % slots];
        expect(bestOf(state, visit, slot)).toEqual(bestOf(fresh, visit, slot));
      }
    }
  });

  test("count as untouched after a step that put everything back where it was", () => {
    const state = stateOf(problemOf());
    new Recreate(state).run();
    state.undo.forget();
    const { routes, undo, flagged } = state;
    const [first, second] = [routes.node[1]!, routes.node[2]!];
    const option = routes.optionOf[first]!;
    const stamps = routes.stamp.slice();
    const step = (place: number) => {
      state.begin();
      flagged[first] = 1;
      state.dropFlagged(0);
      flagged[first] = 0;
      state.absentCount -= 1;
      state.place(first, 0, place, option);
      state.end(nowhere);
    };
    step(0);
    expect(routes.stamp).toEqual(stamps);
    expect(undo.has(0)).toBe(false);
    step(1);
    expect(routes.node[1]).toBe(second);
    expect(routes.stamp[0]).not.toBe(stamps[0]);
  });
});
