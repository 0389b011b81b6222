import { describe, expect, test } from "vitest";
import type { LinkHolder, Work } from "#platform";
import { book } from "../slots/booking.ts";
import { lockDay } from "../slots/crewState.ts";
import { testHouse } from "../testHouse.ts";
import { robot, testDay } from "../testing.ts";
import { bookVisit } from "../visits/actions/office.ts";
import { takeOffDay } from "../visits/scheduling.ts";
import { visits } from "../visits/visitStore.ts";
import { changePlan } from "./actions/changePlan.ts";
import { makePlan } from "./actions/keepPlan.ts";
import { publishPlan } from "./actions/publishPlan.ts";
import { plan } from "./queries/plans.ts";

const world = await testHouse();
const { house } = world;

const draft = async () => (await house.does(robot, makePlan, { from: testDay, until: testDay })).id;
const placeOf = (id: string) => visits.byId(house.platform.database.db, id);
const moment = () => new Promise((done) => setTimeout(done, 300));

/** Publishes a draft while somebody else is busy with the same day, who is done a moment later. */
const publishedWhile = async (
  customer: LinkHolder,
  planId: string,
  does: (work: Work) => Promise<unknown>,
) => {
  let publishing: Promise<unknown> = Promise.resolve();
  await house.works(customer, async (work) => {
    await does(work);
    publishing = house.does(robot, publishPlan, { planId, reason: "Storm" }).catch((problem) => problem);
    await moment();
  });
  return publishing;
};

describe("a plan that is published while", () => {
  test("a customer books on one of its crews makes room for that appointment", async () => {
    const { crewId } = await world.crew();
    const planned = await world.waiting({ name: "Anna Jansen", minutes: 120 });
    const booked = await world.waiting({ name: "Bram Kok", minutes: 120 });
    const planId = await draft();
    const moves = [{ visitId: planned.visit.id, from: null, to: { crewId } }];
    await house.does(robot, changePlan, { planId, moves });
    const published = await publishedWhile(booked.customer, planId, async (work) => {
      await lockDay(work.tx, testDay);
      await book(work, await visits.byId(work.tx, booked.visit.id), { on: testDay, part: "morning" });
    });
    expect(published).toMatchObject({ planned: 1 });
    const [one, other] = await Promise.all([placeOf(planned.visit.id), placeOf(booked.visit.id)]);
    expect(other).toMatchObject({ status: "scheduled", dayPart: "morning", crewId });
    expect(one.plannedStart! >= other.plannedEnd! || one.plannedEnd! <= other.plannedStart!).toBe(true);
  });

  test("a customer gives up an appointment that it moves does not plan that visit anew, and says so", async () => {
    const { crewId } = await world.crew();
    const other = await world.crew({ name: "Ploeg 2" });
    const { visit, customer } = await world.waiting({ minutes: 120 });
    await house.does(robot, bookVisit, { visitId: visit.id, on: testDay, part: "morning" });
    const planId = await draft();
    const { at: from } = (await house.asks(robot, plan, { planId })).visits[0]!;
    const to = { crewId: from!.crewId === crewId ? other.crewId : crewId };
    await house.does(robot, changePlan, { planId, moves: [{ visitId: visit.id, from, to }] });
    const published = await publishedWhile(customer, planId, async (work) =>
      takeOffDay(work, await visits.lock(work.tx, visit.id), "Ziek"),
    );
    expect(published).toMatchObject({ type: "planning/plan-moved-meanwhile" });
    expect(await placeOf(visit.id)).toMatchObject({ status: "rescheduled", crewId: null });
  });
});
