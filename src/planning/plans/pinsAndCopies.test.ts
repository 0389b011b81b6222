import { describe, expect, test } from "vitest";
import { testHouse } from "../testHouse.ts";
import { robot, testDay } from "../testing.ts";
import { bookVisit } from "../visits/actions/office.ts";
import { visitProgress } from "../visits/fieldDoor.ts";
import { changePlan } from "./actions/changePlan.ts";
import { makePlan } from "./actions/keepPlan.ts";
import { pinVisits } from "./actions/pinVisits.ts";
import { publishPlan } from "./actions/publishPlan.ts";
import { plan } from "./queries/plans.ts";

const world = await testHouse();
const { house } = world;
const nextWeek = "2026-03-17";

const draft = async (until: string) => (await house.does(robot, makePlan, { from: testDay, until })).id;
const booked = async (name: string) => {
  const { visit } = await world.waiting({ name, minutes: 60 });
  await house.does(robot, bookVisit, { visitId: visit.id, on: testDay, part: "morning" });
  return visit.id;
};
const placeIn = async (planId: string, visitId: string) =>
  (await house.asks(robot, plan, { planId })).visits.find(({ id }) => id === visitId)!.at;

describe("a copy of a draft", () => {
  test("has all its days: what it moved to one that is left out would lose its time", async () => {
    await world.crew();
    const far = await world.crew({ name: "Ploeg 2", on: nextWeek });
    const visitId = await booked("Anna Jansen");
    const copyOf = await draft(nextWeek);
    const from = await placeIn(copyOf, visitId);
    const moves = [{ visitId, from, to: { crewId: far.crewId } }];
    await house.does(robot, changePlan, { planId: copyOf, moves });
    const copies = (until: string) => house.does(robot, makePlan, { from: testDay, until, copyOf });
    await expect(copies(testDay)).rejects.toMatchObject({
      status: 422,
      facts: { errors: [{ pointer: "/copyOf" }] },
    });
    expect(await placeIn((await copies(nextWeek)).id, visitId)).toMatchObject({ on: nextWeek });
  });
});

describe("visits that are pinned", () => {
  test("are those that may still move: one that is under way is left as it is", async () => {
    await world.crew();
    const [going, waits] = [await booked("Anna Jansen"), await booked("Bram Kok")];
    const planId = await draft(testDay);
    await house.works(robot, (work) => visitProgress.depart(work, going));
    const pins = (...visitIds: string[]) =>
      house.does(robot, pinVisits, { planId, visitIds, isPinned: true });
    await expect(pins(going)).rejects.toMatchObject({ type: "planning/visit-under-way" });
    await expect(pins(waits, planId)).rejects.toMatchObject({ type: "planning/not-in-this-plan" });
    await pins(going, waits);
    expect(await placeIn(planId, going)).toMatchObject({ isPinned: false });
    expect(await placeIn(planId, waits)).toMatchObject({ isPinned: true });
    expect(await house.does(robot, publishPlan, { planId, despite: true })).toMatchObject({ moved: 1 });
  });
});
