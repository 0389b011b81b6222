import { describe, expect, test } from "vitest";
import { randomFrom } from "../optimizer/random.ts";
import { backtest, type Done, learnDurations, predictMinutes } from "./model.ts";

/** Invented visits that really take as long as `truth` says, give or take a fifth. */
const visits = (count: number, truth: (work: Omit<Done, "actualMinutes">) => number): Done[] => {
  const random = randomFrom(3);
  return Array.from({ length: count }, () => {
    const work = {
      ruleMinutes: 60 + 30 * random.below(8),
      kind: random.next() < 0.2 ? "service" : "installation",
      diggingMetres: random.next() < 0.3 ? 1 + random.below(15) : 0,
      cableMetres: random.below(20),
      cupboard: random.next() < 0.3,
      people: 1 + random.below(3),
      senior: random.next() < 0.8,
    };
    return { ...work, actualMinutes: Math.round(truth(work) * (0.8 + 0.4 * random.next())) };
  });
};

describe("the learned length of a visit", () => {
  test("is used when work takes longer than the rule says, and then comes near", () => {
    const done = visits(
      400,
      ({ ruleMinutes, diggingMetres }) => ruleMinutes * (diggingMetres > 0 ? 1.5 : 1.05),
    );
    const judged = backtest(done);
    expect(judged.isBetter).toBe(true);
    expect(judged.modelError).toBeLessThan(0.8 * judged.ruleError);
    const model = learnDurations(done);
    const job = {
      ruleMinutes: 180,
      kind: "installation",
      cableMetres: 5,
      cupboard: false,
      people: 2,
      senior: true,
    };
    const digging = predictMinutes(model, { ...job, diggingMetres: 10 });
    expect(digging).toBeGreaterThan(240);
    expect(digging).toBeLessThan(310);
    expect(predictMinutes(model, { ...job, diggingMetres: 0 })).toBeLessThan(210);
  });

  test("is not used while the rule is as good", () => {
    expect(backtest(visits(400, ({ ruleMinutes }) => ruleMinutes)).isBetter).toBe(false);
  });

  test("is not used while there is little to learn from", () => {
    expect(backtest(visits(40, ({ ruleMinutes }) => ruleMinutes * 2)).isBetter).toBe(false);
  });

  test("lets a visit that went wrong altogether count for nothing", () => {
    const done = visits(200, ({ ruleMinutes }) => ruleMinutes);
    const wild = done.map((visit, index) => (index % 20 === 0 ? { ...visit, actualMinutes: 2000 } : visit));
    const job = {
      ruleMinutes: 120,
      kind: "installation",
      diggingMetres: 0,
      cableMetres: 5,
      cupboard: false,
      people: 2,
      senior: true,
    };
    expect(predictMinutes(learnDurations(wild), job)).toBeLessThanOrEqual(130);
  });
});
