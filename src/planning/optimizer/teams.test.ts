import { describe, expect, test } from "vitest";
import { emptyProblem, fillOptions, fillTravel } from "./build.ts";
import type { Compiled } from "./compiled.ts";
import { solve } from "./solve.ts";

const digging = 1;
const cupboards = 2;

/**
 * Two crews of two on one day: both people who dig are on the first, both who do cupboards on the second. Of the four
 * visits each asks for both skills, so only crews that are formed anew can do any.
 */
const crossed = (isFixed = [0, 0, 0, 0], isLearning = [0, 0, 0, 0]): Compiled => {
  const problem = emptyProblem({ visits: 4, slots: 2, places: 1, days: 1 });
  fillTravel(problem, (from, to) => (from === to ? 0 : 10));
  fillOptions(problem, () => [{ day: 0, opens: 0, closes: 500, cost: 0 }]);
  problem.duration.fill(100, 0, 4);
  problem.asks.fill(digging | cupboards);
  problem.price.fill(1000);
  problem.weight.fill(1);
  problem.slotCloses.fill(600);
  problem.slotRegular.fill(600);
  problem.slotHas.set([digging, cupboards]);
  problem.teams = {
    members: [
      [0, 1],
      [2, 3],
    ],
    skills: Int32Array.from([digging, digging, cupboards, cupboards]),
    van: new Int32Array(2),
    size: new Int32Array(4),
    isFixed: Uint8Array.from(isFixed),
    isLearning: Uint8Array.from(isLearning),
  };
  return problem;
};

describe("forming crews", () => {
  test("puts people together who can do the work together", async () => {
    const { missing, members, plan } = await solve(crossed(), { steps: 2000, seed: 1 });
    expect(missing).toBe(0);
    expect(plan.flatMap(({ visits }) => visits)).toHaveLength(4);
    const skills = [digging, digging, cupboards, cupboards];
    for (const { slot } of plan)
      expect(members![slot]!.reduce((has, person) => has | skills[person]!, 0)).toBe(digging | cupboards);
    expect(members!.flat().toSorted((a, b) => a - b)).toEqual([0, 1, 2, 3]);
  });

  test("never sends out people who are all still learning", async () => {
    // The two who dig and the two who do cupboards: of each pair one is learning, so the pairs must stay mixed.
    const { missing, members } = await solve(crossed([0, 0, 0, 0], [1, 0, 1, 0]), { steps: 2000, seed: 1 });
    expect(missing).toBe(0);
    for (const crew of members!) expect(crew.every((person) => person % 2 === 0)).toBe(false);
  });

  test("keeps what a visit asks that stands fixed", async () => {
    const problem = crossed();
    problem.asks.set([digging, digging]);
    problem.isFixed.set([1, 1]);
    const from = [{ slot: 0, visits: [0, 1], options: [0, 1] }];
    const { plan, members } = await solve(problem, { steps: 2000, seed: 1, from });
    expect(plan.find(({ slot }) => slot === 0)?.visits).toEqual(expect.arrayContaining([0, 1]));
    expect(members![0]!.some((person) => person < 2)).toBe(true);
  });

  test("leaves people where they are who always work together", async () => {
    const { missing, members } = await solve(crossed([1, 1, 1, 1]), { steps: 2000, seed: 1 });
    expect(missing).toBe(4);
    expect(members).toEqual([
      [0, 1],
      [2, 3],
    ]);
  });
});
