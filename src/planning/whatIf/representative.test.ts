import { describe, expect, test } from "vitest";
import { type Candidate, representatives } from "./representative.ts";

const candidates: Candidate<string>[] = Array.from({ length: 40 }, (_, index) => ({
  id: `q${index}`,
  expected: index % 4 === 0 ? 0.6 : 0.15,
  region: index < 20 ? "north" : "south",
  skills: index % 2 === 0 ? ["charging"] : ["charging", "cupboard"],
  minutes: 60 + index * 5,
  of: `quote ${index}`,
}));
const seeds = Array.from({ length: 2000 }, (_, index) => index + 1);

const expectedOf = (rows: readonly Candidate<string>[]) =>
  rows.reduce((all, { expected }) => all + expected, 0);

describe("visits that stand for work which may come", () => {
  test("are the same for the same seed, and whole", () => {
    expect(representatives(candidates, 7)).toEqual(representatives(candidates, 7));
    expect(representatives(candidates.toReversed(), 7)).toEqual(representatives(candidates, 7));
    expect(representatives([], 7)).toEqual([]);
  });

  test("are as many as expected, in all and in every region with the same skills", () => {
    const strata = Map.groupBy(candidates, ({ region, skills }) => region + skills.join(","));
    for (const seed of seeds.slice(0, 200)) {
      const ids = new Set(representatives(candidates, seed).map(({ id }) => id));
      for (const same of [candidates, ...strata.values()]) {
        const taken = same.filter(({ id }) => ids.has(id)).length;
        expect(Math.abs(taken - expectedOf(same))).toBeLessThan(1.001);
      }
    }
  });

  test("are each taken as often as their chance says, over many seeds", () => {
    const all = seeds.flatMap((seed) => representatives(candidates, seed));
    const often = all.filter(({ id }) => id === "q4").length / seeds.length;
    const seldom = all.filter(({ id }) => id === "q5").length / seeds.length;
    expect(Math.abs(often - 0.6)).toBeLessThan(0.05);
    expect(Math.abs(seldom - 0.15)).toBeLessThan(0.05);
  });

  test("are taken more than once when more than one like it is expected, each with an id of its own", () => {
    const drawn = representatives([{ ...candidates[0]!, expected: 3 }], 1);
    expect(drawn.map(({ id }) => id)).toEqual(["q0", "q0 2", "q0 3"]);
  });
});
