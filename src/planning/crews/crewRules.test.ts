import { describe, expect, test } from "vitest";
import { breachesOf, type CrewState, type Member } from "./crewRules.ts";

const hours = { from: 0, until: 1440 };
const person = (given: Partial<Member> = {}): Member => ({
  name: "Sam",
  level: "senior",
  isThere: true,
  hours,
  despite: false,
  ...given,
});
const crew = (given: Partial<CrewState> = {}): CrewState => ({
  name: "Ploeg 1",
  starts: 450,
  ends: 1020,
  maxJobs: null,
  van: "Bus 1",
  vanIsThere: true,
  skills: ["three_phase_electrical"],
  members: [person()],
  visits: [],
  ...given,
});
const visit = { number: "VST-1", skills: ["three_phase_electrical"], start: 480, end: 600 };

describe("a crew", () => {
  test("of somebody with experience is right", () => {
    expect(breachesOf(crew({ visits: [visit] }))).toEqual([]);
  });

  test.for([
    ["nobody", { members: [] }, ""],
    ["needs_senior", { members: [person({ name: "Lot", level: "apprentice" })] }, "Lot"],
    ["person_off", { members: [person({ hours: null })] }, "Sam"],
    ["person_off", { members: [person({ hours: { from: 0, until: 780 } })] }, "Sam"],
    ["van_in_repair", { vanIsThere: false }, "Bus 1"],
    ["skills", { skills: [], visits: [visit] }, "VST-1: three_phase_electrical"],
    ["hours", { ends: 599, visits: [visit] }, "VST-1"],
    ["max_jobs", { maxJobs: 1, visits: [visit, visit] }, "2 > 1"],
  ] as const)("has the breach %s", ([kind, given, detail]) => {
    expect(breachesOf(crew(given as Partial<CrewState>))).toEqual([{ kind, detail, crewName: "Ploeg 1" }]);
  });

  test("lets an apprentice go with a senior, but not when the senior is away", () => {
    const lot = person({ name: "Lot", level: "apprentice" });
    expect(breachesOf(crew({ members: [person(), lot] }))).toEqual([]);
    const kinds = breachesOf(crew({ members: [person({ isThere: false }), lot] })).map(({ kind }) => kind);
    expect(kinds).toEqual(["needs_senior", "person_away"]);
  });
});
