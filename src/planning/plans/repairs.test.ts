import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import { testHouse } from "../testHouse.ts";
import { robot, testDay } from "../testing.ts";
import { changePlan } from "./actions/changePlan.ts";
import { makePlan } from "./actions/keepPlan.ts";
import { pinVisits } from "./actions/pinVisits.ts";
import { publishPlan } from "./actions/publishPlan.ts";
import { repair } from "./actions/repair.ts";
import { takeRepair } from "./actions/takeRepair.ts";
import { clearOffered } from "./offered.ts";
import { plan, plans } from "./queries/plans.ts";

const world = await testHouse();

const draft = async () => world.house.does(robot, makePlan, { from: testDay, until: testDay });
const board = (planId: string) => world.house.asks(robot, plan, { planId });

describe("a plan that something happens to", () => {
  test("is mended: the ill mechanic's visits go to a crew that can, and who must be called is counted", async () => {
    const ill = await world.crew({ name: "Ploeg 1" });
    const well = await world.crew({ name: "Ploeg 2" });
    const { visit } = await world.waiting({ name: "Els Brouwer" });
    const { id } = await draft();
    const moves = [{ visitId: visit.id, from: null, to: { crewId: ill.crewId, start: 540 } }];
    await world.house.does(robot, changePlan, { planId: id, moves });
    await world.house.does(robot, pinVisits, { planId: id, visitIds: [visit.id], isPinned: false });
    await world.house.does(robot, publishPlan, { planId: id });
    const what = { kind: "ill" as const, mechanicId: ill.mechanicId, from: testDay, until: testDay };
    const { repairs } = await world.house.does(robot, repair, { what });
    expect(repairs[0]!.moves).toMatchObject([
      { visitId: visit.id, from: { crewId: ill.crewId }, to: { crewId: well.crewId }, tells: "nothing" },
    ]);
    expect(repairs[0]!.score).toMatchObject({ planned: 1, moved: 1, customersToCall: 0 });
    const published = await world.house.does(robot, publishPlan, { planId: repairs[0]!.planId });
    expect(published).toMatchObject({ moved: 1, freed: 0, told: 0 });
  });

  test("leaves the hours of crews that nothing happened to as they are in the calmest way", async () => {
    const ill = await world.crew({ name: "Ploeg 1" });
    const { crewId } = await world.crew({ name: "Ploeg 2" });
    const { id } = await draft();
    // There and back again: another order would drive less.
    for (const [index, postalCode] of ["8011AB", "3811AB", "3841AB"].entries()) {
      const { visit } = await world.waiting({ name: `Klant ${postalCode}`, postalCode, minutes: 20 });
      const to = { crewId, start: 480 + index * 60, part: "morning" as const };
      await world.house.does(robot, changePlan, {
        planId: id,
        moves: [{ visitId: visit.id, from: null, to }],
      });
      await world.house.does(robot, pinVisits, { planId: id, visitIds: [visit.id], isPinned: false });
    }
    await world.house.does(robot, publishPlan, { planId: id });
    const what = { kind: "ill" as const, mechanicId: ill.mechanicId, from: testDay, until: testDay };
    const [calm] = (await world.house.does(robot, repair, { what })).repairs;
    expect(calm).toMatchObject({ kind: "least_disruption", moves: [] });
    expect(await board(calm!.planId)).toMatchObject({ changes: 0 });
  });

  test("counts who hears of a first time as somebody to tell when urgent work comes in", async () => {
    await world.crew();
    const { visit } = await world.waiting({ name: "Spoed Bakker" });
    const what = { kind: "emergency" as const, visitId: visit.id, on: testDay };
    const [way] = (await world.house.does(robot, repair, { what })).repairs;
    expect(way!.moves).toMatchObject([{ visitId: visit.id, from: null, tells: "first_time" }]);
    expect(await world.house.does(robot, publishPlan, { planId: way!.planId })).toMatchObject({ told: 1 });
  });

  test("offers ways out that are no plans in the list until one is taken, which clears the others away", async () => {
    const range = { from: testDay, until: testDay };
    const listed = async () =>
      (await world.house.asks(robot, plans, range)).rows.map(({ id }) => id).toSorted();
    const ill = await world.crew({ name: "Ploeg 1" });
    const what = { kind: "ill" as const, mechanicId: ill.mechanicId, from: testDay, until: testDay };
    const before = await listed();
    const [left] = (await world.house.does(robot, repair, { what })).repairs;
    const [taken] = (await world.house.does(robot, repair, { what })).repairs;
    expect(await listed()).toEqual(before);
    const chosen = await world.house.does(robot, takeRepair, {
      planId: taken!.planId,
      others: [left!.planId],
    });
    expect(chosen).toMatchObject({ id: taken!.planId, status: "draft" });
    expect(await listed()).toEqual([taken!.planId, ...before].toSorted());
    expect(await board(left!.planId)).toMatchObject({ status: "discarded" });
    // Taken once more, as by a second click, it is still there.
    await world.house.does(robot, takeRepair, { planId: taken!.planId });
    expect(await listed()).toEqual([taken!.planId, ...before].toSorted());
  });

  test("throws away in the night what was offered and nobody took", async () => {
    const ill = await world.crew({ name: "Ploeg 1" });
    const what = { kind: "ill" as const, mechanicId: ill.mechanicId, from: testDay, until: testDay };
    const [left] = (await world.house.does(robot, repair, { what })).repairs;
    const [taken] = (await world.house.does(robot, repair, { what })).repairs;
    await world.house.does(robot, takeRepair, { planId: taken!.planId });
    await world.house.works(robot, clearOffered);
    expect(await board(left!.planId)).toMatchObject({ status: "draft" });
    await world.house.platform.database.db
      .updateTable("plans")
      .set({ createdAt: sql`created_at - interval '2 days'` })
      .where("id", "in", [left!.planId, taken!.planId])
      .execute();
    await world.house.works(robot, clearOffered);
    expect(await board(left!.planId)).toMatchObject({ status: "discarded" });
    expect(await board(taken!.planId)).toMatchObject({ status: "draft" });
  });

  test("leaves a promised whole day as it is when nothing happened to it", async () => {
    const ill = await world.crew({ name: "Ploeg 1" });
    const well = await world.crew({ name: "Ploeg 2" });
    const { visit } = await world.waiting({ name: "Finn Kramer" });
    const { id } = await draft();
    const to = { crewId: well.crewId, start: 540, part: "full_day" as const };
    await world.house.does(robot, changePlan, { planId: id, moves: [{ visitId: visit.id, from: null, to }] });
    await world.house.does(robot, pinVisits, { planId: id, visitIds: [visit.id], isPinned: false });
    await world.house.does(robot, publishPlan, { planId: id, despite: true });
    const what = { kind: "ill" as const, mechanicId: ill.mechanicId, from: testDay, until: testDay };
    const { repairs } = await world.house.does(robot, repair, { what });
    expect(repairs).toMatchObject([{ moves: [], score: { customersToCall: 0 } }]);
  });
});
