import { describe, expect, test } from "vitest";
import { builtInTravel } from "../travel/model.ts";
import { compilePlan } from "./compilePlan.ts";
import { type PlanProblem, type Slot, type Task, usualWeights } from "./model.ts";
import { randomFrom } from "./random.ts";
import { scorePlan } from "./score.ts";
import { type Effort, solve } from "./solve.ts";

const days = ["2026-03-09", "2026-03-10", "2026-03-11"];
const nijkerk = { latitude: 52.22, longitude: 5.49 };

const aSlot = (on: string, name: string, more: Partial<Slot> = {}): Slot => ({
  crewId: `${name} ${on}`,
  crewName: name,
  on,
  opens: 450,
  closes: 1020,
  latest: 1080,
  start: nijkerk,
  end: nijkerk,
  skills: ["charging", "three_phase"],
  memberIds: [name],
  maxJobs: null,
  capacity: null,
  away: [],
  ...more,
});

const aTask = (id: string, more: Partial<Task> = {}): Task => ({
  id,
  place: nijkerk,
  minutes: 120,
  skills: ["charging"],
  chargers: 0,
  priority: 3,
  mustDo: false,
  options: days.flatMap((on) => [
    { on, part: "morning" as const, opens: 480, closes: 720 },
    { on, part: "afternoon" as const, opens: 720, closes: 1020 },
  ]),
  fixed: null,
  known: null,
  preferredCrewName: null,
  preferredMechanicId: null,
  afterId: null,
  togetherId: null,
  ...more,
});

const aWeek = (count: number, more: (index: number) => Partial<Task> = () => ({})): PlanProblem => {
  const random = randomFrom(7);
  return {
    slots: days.flatMap((on) => [aSlot(on, "Ploeg 1"), aSlot(on, "Ploeg 2", { skills: ["charging"] })]),
    tasks: Array.from({ length: count }, (_, index) =>
      aTask(`t${index}`, {
        place: { latitude: 52 + random.next() * 0.5, longitude: 5 + random.next() * 0.8 },
        minutes: 60 + 30 * random.below(5),
        skills: random.next() < 0.3 ? ["charging", "three_phase"] : ["charging"],
        ...more(index),
      }),
    ),
    weights: { ...usualWeights, balance: 0 },
  };
};

const solved = async (problem: PlanProblem, effort: Effort = { steps: 4000, seed: 1 }) => {
  const compiled = compilePlan(problem);
  const found = await solve(compiled.problem, { ...effort, from: compiled.from });
  const plan = compiled.assignment(found.plan);
  return { found, plan, scored: scorePlan(problem, plan) };
};

const dayOf = (plan: ReadonlyMap<string, readonly { taskId: string }[]>, id: string) =>
  [...plan].find(([, placed]) => placed.some(({ taskId }) => taskId === id))?.[0].slice(-10);

describe("the optimiser", () => {
  test("breaks no rule, and its cost is the score of the same plan by the rules", async () => {
    const { found, scored } = await solved(aWeek(30));
    expect(scored.breaches).toEqual([]);
    expect(Math.round(found.cost + found.missing)).toBe(scored.total);
  });

  test("gives the same plan for the same seed and steps, and another for another seed", async () => {
    const problem = aWeek(24);
    const [one, again] = await Promise.all([solved(problem), solved(problem)]);
    expect([...one.plan]).toEqual([...again.plan]);
    expect(one.found.steps).toBe(again.found.steps);
  });

  test("gives the same plan when the calling thread searches as well", async () => {
    const problem = aWeek(24);
    const [beside, itself] = await Promise.all([
      solved(problem),
      solved(problem, { steps: 4000, seed: 1, withThisThread: true }),
    ]);
    expect([...itself.plan]).toEqual([...beside.plan]);
  });

  test("leaves nothing out that has a place, however far it is", async () => {
    const far = aTask("far", { place: { latitude: 51.5, longitude: 3.6 }, priority: 1, minutes: 60 });
    const { plan, scored } = await solved({
      slots: [aSlot(days[0]!, "Ploeg 1")],
      tasks: [far, aTask("near")],
      weights: usualWeights,
    });
    expect(scored.breaches).toEqual([]);
    expect([...plan.values()].flat()).toHaveLength(2);
  });

  describe("with somebody away in the middle of the day", () => {
    const away = [{ from: 600, until: 690 }];
    const problem = aWeek(40);
    const slots = problem.slots.map((slot) => (slot.crewName === "Ploeg 1" ? { ...slot, away } : slot));

    test("works before and after it, and its cost is still the score by the rules", async () => {
      const { found, scored } = await solved({ ...problem, slots });
      expect(scored.breaches).toEqual([]);
      expect(Math.round(found.cost + found.missing)).toBe(scored.total);
      const days = scored.days.filter(({ slot }) => slot.away.length > 0);
      expect(days.some(({ stops }) => stops.some(({ end }) => end <= 600))).toBe(true);
      expect(days.every(({ stops }) => stops.some(({ start }) => start >= 690))).toBe(true);
      expect(days.flatMap(({ stops }) => stops).some(({ start, end }) => start < 690 && end > 600)).toBe(
        false,
      );
    });

    test("plans days anew that have visits already", async () => {
      const before = await solved(problem);
      const compiled = compilePlan({ ...problem, slots }, before.plan);
      const found = await solve(compiled.problem, { steps: 4000, seed: 1, from: compiled.from });
      const scored = scorePlan({ ...problem, slots }, compiled.assignment(found.plan));
      expect(scored.breaches).toEqual([]);
      expect(Math.round(found.cost + found.missing)).toBe(scored.total);
      expect(scored.days.every(({ slot, absences }) => absences.length === slot.away.length)).toBe(true);
    });
  });

  test("lets everybody have lunch, and its cost is still the score by the rules", async () => {
    const problem = aWeek(40);
    const lunch = { from: 720, until: 750 };
    const { found, scored } = await solved({
      ...problem,
      slots: problem.slots.map((slot) => ({ ...slot, lunch, away: [{ from: 840, until: 870 }] })),
    });
    expect(scored.breaches).toEqual([]);
    expect(Math.round(found.cost + found.missing)).toBe(scored.total);
    for (const { slot, stops, backAt, absences, drivesBack } of scored.days) {
      const work = stops.reduce((sum, { task, drives }) => sum + task.minutes + drives, drivesBack);
      const away = absences.reduce((sum, { from, until }) => sum + until - from, 0);
      expect(backAt - slot.opens - 30).toBeGreaterThanOrEqual(work + away);
      expect(stops.some(({ start }) => start > 720 && start < 750)).toBe(false);
    }
  });

  test("loads no van with more chargers than fit in it", async () => {
    const problem = aWeek(24, () => ({ minutes: 60, chargers: 2 }));
    const slots = problem.slots.map((slot) => ({
      ...slot,
      capacity: slot.crewName === "Ploeg 1" ? 5 : null,
    }));
    const { found, scored } = await solved({ ...problem, slots });
    expect(scored.breaches).toEqual([]);
    expect(Math.round(found.cost + found.missing)).toBe(scored.total);
    const visitsOf = (name: string) =>
      scored.days.filter(({ slot }) => slot.crewName === name).map(({ stops }) => stops.length);
    expect(Math.max(...visitsOf("Ploeg 1"))).toBe(2);
    expect(Math.max(...visitsOf("Ploeg 2"))).toBeGreaterThan(2);
  });

  test("plans the rest of a day whose first visit was begun before the roads let anybody be there", async () => {
    const on = days[0]!;
    const crewId = `Ploeg 1 ${on}`;
    const amsterdam = { latitude: 52.37, longitude: 4.9 };
    const begun = aTask("begun", {
      place: amsterdam,
      fixed: { crewId, start: 455, part: "morning" },
      hasBegun: true,
    });
    const options = [{ on, part: "afternoon" as const, opens: 720, closes: 1020 }];
    const problem: PlanProblem = {
      slots: [aSlot(on, "Ploeg 1")],
      tasks: [begun, aTask("next", { place: amsterdam, options })],
      weights: usualWeights,
    };
    const from = new Map([[crewId, [{ taskId: "begun", part: "morning" as const, notBefore: 455 }]]]);
    const compiled = compilePlan(problem, from);
    const found = await solve(compiled.problem, { steps: 400, seed: 1, from: compiled.from });
    const scored = scorePlan(problem, compiled.assignment(found.plan));
    expect(scored.breaches).toEqual([]);
    expect(scored.days[0]!.stops).toMatchObject([
      { task: { id: "begun" }, start: 455 },
      { task: { id: "next" }, start: 720 },
    ]);
  });

  test("leaves what is pinned where it is", async () => {
    const problem = aWeek(16, (index) =>
      index === 3
        ? { fixed: { crewId: "Ploeg 2 2026-03-10", start: 600, part: "morning" }, skills: ["charging"] }
        : {},
    );
    const start = new Map([
      ["Ploeg 2 2026-03-10", [{ taskId: "t3", part: "morning" as const, notBefore: 600 }]],
    ]);
    const compiled = compilePlan(problem, start);
    const found = await solve(compiled.problem, { steps: 3000, from: compiled.from });
    const scored = scorePlan(problem, compiled.assignment(found.plan));
    const stop = scored.days.flatMap((day) =>
      day.stops.map((each) => ({ ...each, crewId: day.slot.crewId })),
    );
    expect(stop.find(({ task }) => task.id === "t3")).toMatchObject({
      start: 600,
      crewId: "Ploeg 2 2026-03-10",
    });
    expect(scored.breaches).toEqual([]);
  });

  test("plans what follows on another visit on a later day", async () => {
    const { plan, scored } = await solved(aWeek(12, (index) => (index === 5 ? { afterId: "t2" } : {})));
    expect(scored.breaches).toEqual([]);
    expect(dayOf(plan, "t5")! > dayOf(plan, "t2")!).toBe(true);
  });

  test("lets two crews begin together what needs both", async () => {
    const { plan, scored } = await solved(aWeek(10, (index) => (index === 4 ? { togetherId: "t1" } : {})));
    expect(scored.breaches).toEqual([]);
    const at = new Map(
      scored.days.flatMap(({ slot, stops }) =>
        stops.map(({ task, start }) => [task.id, { crew: slot.crewId, start }]),
      ),
    );
    expect(at.get("t4")!.start).toBe(at.get("t1")!.start);
    expect(at.get("t4")!.crew).not.toBe(at.get("t1")!.crew);
    expect(dayOf(plan, "t4")).toBe(dayOf(plan, "t1"));
  });

  test("keeps a customer's day and part of the day when it is free to move them", async () => {
    const known = { crewId: "Ploeg 1 2026-03-11", on: "2026-03-11", part: "afternoon" as const, firmness: 1 };
    const { scored } = await solved(aWeek(14, (index) => (index < 6 ? { known } : {})));
    const moved = [...scored.ofVisit.values()]
      .flat()
      .filter(({ term }) => term === "day_moved" || term === "part_moved");
    expect(moved.length).toBeLessThanOrEqual(2);
  });

  test("answers at once when there is nothing to plan, or nobody to plan it for", async () => {
    const nothing = await solved({ ...aWeek(3), tasks: [] }, { seconds: 30 });
    expect(nothing.found).toMatchObject({ plan: [], missing: 0, steps: 0 });
    const nobody = await solved({ ...aWeek(3), slots: [] }, { seconds: 30 });
    expect(nobody.scored.ofVisit.size).toBe(3);
    expect(nobody.found.steps).toBe(0);
  });

  test("drives longer in the rush hour, so that a plan holds on the road", async () => {
    const far = { latitude: 52.37, longitude: 4.9 };
    const problem = { ...aWeek(0), tasks: [aTask("t", { place: far })] };
    const { scored } = await solved(problem, { steps: 200 });
    const [stop] = scored.days.flatMap(({ stops }) => stops);
    expect(stop!.arrives - 450).toBeGreaterThan(stop!.units / 20);
    expect(builtInTravel.rushFactor).toBeGreaterThan(1);
  });
});
