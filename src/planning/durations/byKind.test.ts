import { describe, expect, test } from "vitest";
import { durationsByKind } from "./byKind.ts";
import { learnDurations } from "./model.ts";

const done = (kind: string, plannedMinutes: number, actualMinutes: number) => ({
  kind,
  plannedMinutes,
  actualMinutes,
  ruleMinutes: 120,
  diggingMetres: 0,
  cableMetres: 0,
  cupboard: false,
  people: 2,
  senior: true,
});

describe("lengths of visits by kind", () => {
  test("stand beside what was planned and what the rule says, the most frequent kind first", () => {
    const visits = [done("service", 60, 50), done("installation", 120, 180), done("installation", 160, 200)];
    expect(durationsByKind(visits, null)).toEqual([
      {
        kind: "installation",
        visits: 2,
        plannedMinutes: 140,
        ruleMinutes: 120,
        learnedMinutes: null,
        actualMinutes: 190,
        asPlanned: 50,
      },
      {
        kind: "service",
        visits: 1,
        plannedMinutes: 60,
        ruleMinutes: 120,
        learnedMinutes: null,
        actualMinutes: 50,
        asPlanned: 100,
      },
    ]);
  });

  test("tell what was learned as soon as anything was", () => {
    const visits = Array.from({ length: 80 }, () => done("installation", 120, 180));
    const [row] = durationsByKind(visits, learnDurations(visits));
    expect(row!.learnedMinutes).toBeGreaterThan(160);
    expect(row!.asPlanned).toBe(0);
  });
});
