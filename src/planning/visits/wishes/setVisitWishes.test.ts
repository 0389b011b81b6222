import { describe, expect, test } from "vitest";
import { noor, sam } from "../../../../tests/cast.ts";
import { makePlan } from "../../plans/actions/keepPlan.ts";
import { optimisePlan } from "../../plans/actions/optimisePlan.ts";
import { plan } from "../../plans/queries/plans.ts";
import { testHouse } from "../../testHouse.ts";
import { robot, testDay } from "../../testing.ts";
import { addVisit, bookVisit } from "../actions/office.ts";
import { visitProgress } from "../fieldDoor.ts";
import { myOffers } from "../queries/outside.ts";
import { setVisitWishes } from "./setVisitWishes.ts";
import type { VisitWishes } from "./views.ts";
import { visitWishes } from "./visitWishes.ts";

const made = await testHouse();
const { house } = made;

const none: VisitWishes = {
  priority: null,
  mustDo: false,
  mayWaitUntil: null,
  notBefore: null,
  wishedPart: null,
  hours: [],
  preferredCrewName: null,
  preferredMechanicId: null,
  link: null,
};
const asks = (visitId: string, wishes: Partial<VisitWishes>) =>
  house.does(noor, setVisitWishes, { visitId, ...none, ...wishes });
const pointersOf = (asked: Promise<unknown>) =>
  asked.then(
    () => [],
    ({ facts }: { facts: { errors: { pointer: string }[] } }) => facts.errors.map(({ pointer }) => pointer),
  );

describe("what a visit asks of a plan", () => {
  test("is said by a planner, read again, and taken back", async () => {
    const { mechanicId } = await made.crew();
    const { visit, orderId } = await made.waiting();
    const survey = await house.does(noor, addVisit, { orderId, kind: "survey", minutes: 45, skills: [] });
    const wishes = {
      priority: 8,
      mustDo: true,
      notBefore: testDay,
      hours: [{ on: testDay, from: "10:00", until: "11:30" }],
      preferredCrewName: "Ploeg 1",
      preferredMechanicId: mechanicId,
      link: { visitId: survey.id, kind: "after" as const },
    };
    expect(await asks(visit.id, wishes)).toMatchObject({
      ...wishes,
      others: [{ id: survey.id, kind: "survey" }],
    });
    expect(await house.asks(noor, visitWishes, { visitId: visit.id })).toMatchObject(wishes);
    expect(await asks(visit.id, {})).toMatchObject(none);
  });

  test("is kept by the optimiser and by what customers are offered", async () => {
    await made.crew({ name: "Ploeg 1" });
    await made.crew({ name: "Ploeg 2" });
    const { visit, customer } = await made.waiting({ minutes: 60 });
    await asks(visit.id, {
      hours: [{ on: testDay, from: "10:00", until: "11:00" }],
      preferredCrewName: "Ploeg 2",
    });
    const { offers } = await house.asks(customer, myOffers, {});
    expect(offers.map(({ on, part }) => [on, part])).toEqual([[testDay, "morning"]]);
    const { id: planId } = await house.does(noor, makePlan, { from: testDay, until: testDay });
    await house.does(noor, optimisePlan, { planId, scope: "all", seconds: 1 });
    await house.settles();
    const { visits, days } = await house.asks(noor, plan, { planId });
    const at = visits.find(({ id }) => id === visit.id)!.at!;
    expect(at.start).toBeGreaterThanOrEqual(600);
    expect(days.find(({ crewId }) => crewId === at.crewId)).toMatchObject({ name: "Ploeg 2" });
  });

  test("does not contradict itself, and names people and visits that belong to it", async () => {
    const { visit } = await made.waiting();
    const { visit: stranger } = await made.waiting({ name: "Bram Kok" });
    const hours = [{ on: testDay, from: "11:00", until: "10:00" }];
    expect(await pointersOf(asks(visit.id, { mustDo: true, mayWaitUntil: "2026-04-01", hours }))).toEqual([
      "/mayWaitUntil",
      "/hours/0/until",
    ]);
    const morning = [{ on: testDay, from: "09:00", until: "11:00" }];
    expect(await pointersOf(asks(visit.id, { wishedPart: "afternoon", hours: morning }))).toEqual([
      "/hours/0/from",
    ]);
    const twice = [...morning, { on: testDay, from: "11:30", until: "14:00" }];
    expect(await pointersOf(asks(visit.id, { hours: twice }))).toEqual(["/hours/1/from"]);
    const link = { visitId: stranger.id, kind: "together" as const };
    const preferredMechanicId = "01990000-0000-7000-8000-00000000dead";
    expect(await pointersOf(asks(visit.id, { link, preferredMechanicId }))).toEqual([
      "/link",
      "/preferredMechanicId",
    ]);
  });

  test("does not let visits wait for each other in a circle, also when two planners are at it at once", async () => {
    const { visit: first, orderId } = await made.waiting({ minutes: 60 });
    const more = { orderId, kind: "service", minutes: 60 } as const;
    const second = await house.does(noor, addVisit, more);
    const third = await house.does(noor, addVisit, more);
    const comesAfter = (visitId: string, other: string) =>
      asks(visitId, { link: { visitId: other, kind: "after" } });
    await comesAfter(first.id, second.id);
    await comesAfter(second.id, third.id);
    const { others } = await house.asks(noor, visitWishes, { visitId: third.id });
    expect(others).toEqual([]);
    expect(await pointersOf(comesAfter(third.id, first.id))).toEqual(["/link"]);

    await asks(first.id, {});
    await asks(second.id, {});
    const both = [comesAfter(first.id, second.id), comesAfter(second.id, first.id)];
    const done = (await Promise.allSettled(both)).filter(({ status }) => status === "fulfilled");
    expect(done).toHaveLength(1);
  });

  test("may be hours in the morning and in the afternoon of one day, and on several days", async () => {
    const { visit } = await made.waiting();
    const hours = [
      { on: testDay, from: "09:00", until: "10:00" },
      { on: testDay, from: "13:00", until: "14:00" },
      { on: "2026-03-11", from: "09:00", until: "10:00" },
    ];
    expect(await asks(visit.id, { hours })).toMatchObject({ hours });
  });

  test("is not put over what a colleague said meanwhile", async () => {
    const { visit } = await made.waiting();
    await asks(visit.id, { mustDo: true });
    const late = house.does(noor, setVisitWishes, { visitId: visit.id, ...none, priority: 9, was: none });
    await expect(late).rejects.toMatchObject({
      type: "platform/changed-meanwhile",
      facts: { fields: ["mustDo"] },
    });
  });

  test("is for planners, and over once the crew is on its way", async () => {
    await made.crew();
    const { visit } = await made.waiting();
    const bySam = house.does(sam, setVisitWishes, { visitId: visit.id, ...none });
    await expect(bySam).rejects.toMatchObject({ status: 403 });
    await house.does(noor, bookVisit, { visitId: visit.id, on: testDay, part: "morning" });
    await asks(visit.id, { mustDo: true });
    await house.works(robot, (work) => visitProgress.depart(work, visit.id));
    await expect(asks(visit.id, {})).rejects.toMatchObject({ facts: { current: "travelling" } });
  });
});
