import { describe, expect, test } from "vitest";
import { testHouse } from "../testHouse.ts";
import { robot, testDay } from "../testing.ts";
import { changePlan } from "./actions/changePlan.ts";
import { discardPlan, makePlan } from "./actions/keepPlan.ts";
import { optimisePlan } from "./actions/optimisePlan.ts";
import { publishPlan } from "./actions/publishPlan.ts";
import { redoPlan, undoPlan } from "./actions/undoPlan.ts";
import { placesFor, plan, planRun, publications } from "./queries/plans.ts";

const world = await testHouse();

const draft = async () => world.house.does(robot, makePlan, { from: testDay, until: testDay });
const board = (planId: string) => world.house.asks(robot, plan, { planId });

describe("a draft of a plan", () => {
  test("shows crews and what waits, and why it has no place", async () => {
    await world.crew({ skills: ["meter_box_replacement"] });
    const { visit } = await world.waiting();
    const { id } = await draft();
    const shown = await board(id);
    expect(shown.days).toHaveLength(1);
    expect(shown.visits.find(({ id: each }) => each === visit.id)).toMatchObject({
      at: null,
      breaches: [{ rule: "skills", detail: "vehicle_charging_installation" }],
      terms: [{ term: "unplanned" }],
    });
  });

  test("tells of work for which even an empty day is too short by how much, and of no other", async () => {
    await world.crew({ startsAt: "08:00", endsAt: "16:00" });
    const { visit: long } = await world.waiting({ name: "Langen BV", minutes: 600 });
    const { visit: short } = await world.waiting({ name: "Kort Bakker", minutes: 420 });
    const shown = await board((await draft()).id);
    const whyOf = ({ id }: { id: string }) => shown.visits.find((each) => each.id === id)!.breaches;
    // Ten hours from eight with lunch last until half past six at least; overtime ends at five.
    expect(whyOf(long)).toMatchObject([{ rule: "shift" }]);
    expect(Number(whyOf(long)[0]!.detail)).toBeGreaterThan(90);
    expect(whyOf(short)).toMatchObject([{ rule: "shift", detail: "" }]);
  });

  test("moves a visit in the draft only, and takes it back and makes it again", async () => {
    const { crewId } = await world.crew();
    const { visit } = await world.waiting();
    const { id } = await draft();
    const move = { visitId: visit.id, from: null, to: { crewId } };
    const moved = await world.house.does(robot, changePlan, { planId: id, moves: [move] });
    const [stands] = moved.visits.filter(({ id: each }) => each === visit.id);
    expect(stands).toMatchObject({
      at: { crewId, part: "morning" },
      inForce: null,
      isChanged: true,
      breaches: [],
    });
    expect(moved.days[0]).toMatchObject({ crewId, visitIds: [visit.id], breaches: [] });
    const undone = await world.house.does(robot, undoPlan, { planId: id });
    expect(undone).toMatchObject({ undo: null, redo: { kind: "move" } });
    expect((await board(id)).score.planned).toBe(0);
    await world.house.does(robot, redoPlan, { planId: id });
    expect((await board(id)).score.planned).toBe(1);
    await expect(world.house.does(robot, redoPlan, { planId: id })).rejects.toMatchObject({
      type: "planning/nothing-to-undo",
    });
  });

  test("refuses a move of somebody who saw the visit elsewhere, and says which", async () => {
    const { crewId } = await world.crew();
    const { visit } = await world.waiting();
    const { id } = await draft();
    const move = { visitId: visit.id, from: null, to: { crewId } };
    await world.house.does(robot, changePlan, { planId: id, moves: [move] });
    await expect(world.house.does(robot, changePlan, { planId: id, moves: [move] })).rejects.toMatchObject({
      type: "planning/plan-moved-meanwhile",
      facts: { visits: [{ id: visit.id, number: visit.number, madeBy: "test" }] },
    });
  });

  test("refuses a day that would go on past midnight, and says whose", async () => {
    const { crewId } = await world.crew();
    const visitIds: string[] = [];
    for (const name of ["Anna Beer", "Bart Das", "Cees Eend", "Dirk Fret"])
      visitIds.push((await world.waiting({ name, minutes: 400 })).visit.id);
    const { id } = await draft();
    const moves = visitIds.map((visitId) => ({ visitId, from: null, to: { crewId } }));
    await expect(world.house.does(robot, changePlan, { planId: id, moves })).rejects.toMatchObject({
      type: "planning/day-past-midnight",
      status: 422,
      facts: { crews: ["Ploeg 1"] },
    });
    expect((await board(id)).score).toMatchObject({ planned: 0 });
  });

  test("refuses work that begins before midnight and ends after it", async () => {
    const { crewId } = await world.crew();
    const { visit } = await world.waiting({ minutes: 180 });
    const { id } = await draft();
    const at = (start: number) =>
      world.house.does(robot, changePlan, {
        planId: id,
        moves: [{ visitId: visit.id, from: null, to: { crewId, start } }],
      });
    await expect(at(1260)).rejects.toMatchObject({ type: "planning/day-past-midnight" });
    expect(await at(1259)).toMatchObject({ visits: [{ ends: 1439 }] });
  });

  test("adds up: the terms of all visits and days are the score", async () => {
    const { crewId } = await world.crew();
    const { visit } = await world.waiting();
    await world.waiting({ name: "Bart Visser" });
    const { id } = await draft();
    await world.house.does(robot, changePlan, {
      planId: id,
      moves: [{ visitId: visit.id, from: null, to: { crewId } }],
    });
    const { visits, days, score } = await board(id);
    const terms = [...visits, ...days].flatMap((each) => each.terms);
    expect(terms.reduce((sum, { cost }) => sum + cost, 0)).toBe(score.total);
  });

  test("offers places that break nothing, cheapest first", async () => {
    await world.crew({ name: "Ploeg 1" });
    await world.crew({ name: "Ploeg 2", skills: ["meter_box_replacement"] });
    const { visit } = await world.waiting();
    const { id } = await draft();
    const { places } = await world.house.asks(robot, placesFor, { planId: id, visitId: visit.id });
    expect(places.map(({ crewName }) => crewName)).toEqual(["Ploeg 1"]);
    expect(places[0]!.terms.reduce((sum, { cost }) => sum + cost, 0)).toBe(places[0]!.cost);
  });

  test("tells overtime that a place brings apart from the driving", async () => {
    await world.crew({ startsAt: "08:00", endsAt: "16:00" });
    const { visit } = await world.waiting({ minutes: 450 });
    const { id } = await draft();
    const { places } = await world.house.asks(robot, placesFor, { planId: id, visitId: visit.id });
    const costs = Object.fromEntries(places[0]!.terms.map(({ term, cost }) => [term, cost]));
    expect(costs["overtime"]).toBeGreaterThan(0);
    expect(places[0]!.cost).toBe(costs["travel"]! + costs["overtime"]!);
  });

  test("is filled by the optimiser as one step, published, and then stands for everybody", async () => {
    await world.crew();
    const first = await world.waiting({ name: "Carla Dijkstra" });
    const second = await world.waiting({ name: "Dirk Postma" });
    const { id } = await draft();
    const run = await world.house.does(robot, optimisePlan, { planId: id, scope: "all", seconds: 1 });
    await world.house.settles();
    expect(run).toMatchObject({ visitsPlanned: 0, visitsAll: 2 });
    expect(await world.house.asks(robot, planRun, { runId: run.id })).toMatchObject({
      status: "done",
      visitsPlanned: 2,
    });
    const filled = await board(id);
    expect(filled).toMatchObject({
      score: { planned: 2, breaches: 0 },
      undo: { kind: "optimise", count: 2 },
    });
    const done = await world.house.does(robot, publishPlan, { planId: id });
    expect(done).toMatchObject({ planned: 2, moved: 0, freed: 0, told: 2 });
    await world.house.settles();
    expect(await world.statusOf(first.orderId)).toBe("scheduled");
    expect(await world.statusOf(second.orderId)).toBe("scheduled");
    const sent = (await world.mails()).filter(
      ({ template }) => template === "planning/appointment-confirmed",
    );
    expect(new Set(sent.map(({ orderId }) => orderId))).toEqual(new Set([first.orderId, second.orderId]));
    await expect(world.house.does(robot, undoPlan, { planId: id })).rejects.toMatchObject({
      type: "planning/plan-closed",
    });
  });

  test("that is thrown away while the optimiser is at work stays away, and the run says why", async () => {
    await world.crew();
    await world.waiting();
    const { id } = await draft();
    const run = await world.house.does(robot, optimisePlan, { planId: id, scope: "all", seconds: 2 });
    const working = world.house.settles();
    await world.house.does(robot, discardPlan, { planId: id });
    await working;
    const ended = await world.house.asks(robot, planRun, { runId: run.id });
    expect(ended.status).toBe("failed");
    expect((await board(id)).status).toBe("discarded");
  });

  test("is thrown away without a trace in what is in force", async () => {
    const { crewId } = await world.crew();
    const { visit, orderId } = await world.waiting();
    const { id } = await draft();
    await world.house.does(robot, changePlan, {
      planId: id,
      moves: [{ visitId: visit.id, from: null, to: { crewId } }],
    });
    expect(await world.house.does(robot, discardPlan, { planId: id })).toMatchObject({ status: "discarded" });
    expect(await world.statusOf(orderId)).toBe("planning");
  });
});

describe("a time that a planner fixes", () => {
  test("keeps the promise it lies within, and is told to the customer when it lies outside of it", async () => {
    const { crewId } = await world.crew();
    const { visit } = await world.waiting({ name: "Gijs Hoek" });
    const first = await draft();
    const goes = async (planId: string, start: number) => {
      const from = (await board(planId)).visits.find(({ id }) => id === visit.id)!.at;
      const moves = [{ visitId: visit.id, from, to: { crewId, start } }];
      const { visits } = await world.house.does(robot, changePlan, { planId, moves });
      return visits.find(({ id }) => id === visit.id)!.at;
    };
    expect(await goes(first.id, 840)).toMatchObject({ part: "afternoon", start: 840 });
    await world.house.does(robot, publishPlan, { planId: first.id });
    // Minutes by which roads are estimated are no change, on the board and in the lists of plans.
    const nearly = await draft();
    expect(await goes(nearly.id, 850)).toMatchObject({ part: "afternoon", start: 850 });
    expect(await board(nearly.id)).toMatchObject({ changes: 0 });
    await world.house.does(robot, publishPlan, { planId: nearly.id });
    const range = { from: testDay, until: testDay };
    const published = (await world.house.asks(robot, publications, range)).rows;
    const counts = [nearly, first].map(({ id }) => published.find((each) => each.id === id)?.visits);
    expect(counts).toEqual([0, 1]);

    const { id: planId } = await draft();
    expect(await goes(planId, 780)).toMatchObject({ part: "afternoon", start: 780 });
    expect(await goes(planId, 560)).toMatchObject({ part: "morning", start: 560 });
    expect(await board(planId)).toMatchObject({ changes: 1 });
    await expect(world.house.does(robot, publishPlan, { planId })).rejects.toMatchObject({
      type: "planning/reason-needed",
    });
    expect(await world.house.does(robot, publishPlan, { planId, reason: "Op verzoek" })).toMatchObject({
      moved: 1,
      told: 1,
    });
  });
});
