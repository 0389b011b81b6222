import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import { testHouse } from "../testHouse.ts";
import { robot, testDay } from "../testing.ts";
import { cancelVisit } from "../visits/actions/office.ts";
import { visitProgress } from "../visits/fieldDoor.ts";
import { changePlan } from "./actions/changePlan.ts";
import { makePlan } from "./actions/keepPlan.ts";
import { optimisePlan } from "./actions/optimisePlan.ts";
import { pinVisits } from "./actions/pinVisits.ts";
import { publishPlan } from "./actions/publishPlan.ts";
import { repair } from "./actions/repair.ts";
import { plan } from "./queries/plans.ts";
import type { Disruption } from "./views.ts";

const world = await testHouse();
const { house } = world;
const nothing = "01990000-0000-7000-8000-00000000dead";

const draft = (more: { copyOf?: string } = {}) =>
  house.does(robot, makePlan, { from: testDay, until: testDay, ...more });
const happens = (what: Disruption) => house.does(robot, repair, { what });
const absences = async () =>
  (await house.platform.database.db.selectFrom("absences").select(["fromOn", "untilOn"]).execute()).length;

describe("a draft", () => {
  test("is no copy of one that does not exist, and says so", async () => {
    await expect(draft({ copyOf: nothing })).rejects.toMatchObject({ status: 404 });
  });

  test("is not optimised for visits that are not in it, nor for none", async () => {
    await world.crew();
    const { id: planId } = await draft();
    const asked = { planId, scope: "selection" as const, seconds: 1 };
    await expect(house.does(robot, optimisePlan, { ...asked, visitIds: [] })).rejects.toMatchObject({
      status: 422,
      facts: { errors: [{ pointer: "/visitIds" }] },
    });
    const strange = house.does(robot, optimisePlan, { ...asked, visitIds: [nothing] });
    await expect(strange).rejects.toMatchObject({ type: "planning/not-in-this-plan" });
  });

  test("refuses at once what takes more than a day of work, however many visits are put on it", async () => {
    const { crewId } = await world.crew();
    const { orderId } = await world.waiting({ minutes: 60 });
    await sql`insert into visits (number, order_id, sequence, kind, status, minutes, skills, created_at, updated_at)
      select 'VST-' || n, ${orderId}, n + 1, 'service', 'planned', 10, '{}', now(), now() from generate_series(1, 400) n`.execute(
      house.platform.database.db,
    );
    const { id: planId } = await draft();
    const { visits } = await house.asks(robot, plan, { planId });
    const moves = visits.map(({ id: visitId }) => ({ visitId, from: null, to: { crewId } }));
    const asked = performance.now();
    const putting = house.does(robot, changePlan, { planId, moves });
    await expect(putting).rejects.toMatchObject({
      type: "planning/day-past-midnight",
      facts: { crews: ["Ploeg 1"] },
    });
    expect(performance.now() - asked).toBeLessThan(2000);
  });

  test("takes a visit after one that went to another crew meanwhile where it costs least, not in front of all", async () => {
    const { crewId } = await world.crew();
    const { visit: first } = await world.waiting({ name: "Anna Jansen", minutes: 60 });
    const { visit: second } = await world.waiting({ name: "Bram Kok", minutes: 60 });
    const { id: planId } = await draft();
    const goes = (visitId: string, to: { start?: number; afterId?: string }) =>
      house.does(robot, changePlan, {
        planId,
        moves: [{ visitId, from: null, to: { crewId, ...to } }],
      });
    await goes(first.id, { start: 480 });
    const { days } = await goes(second.id, { afterId: nothing });
    expect(days[0]).toMatchObject({ visitIds: [first.id, second.id], breaches: [] });
  });
});

describe("what happened", () => {
  test("does not end before it began, is not over, and lasts no longer than a year", async () => {
    const { mechanicId, vanId } = await world.crew();
    const ill = (from: string, until: string) => happens({ kind: "ill", mechanicId, from, until });
    const until = { status: 422, facts: { errors: [{ pointer: "/what/until" }] } };
    await expect(ill("2026-03-12", "2026-03-10")).rejects.toMatchObject(until);
    await expect(ill("2026-02-10", "2026-02-12")).rejects.toMatchObject(until);
    await expect(ill(testDay, "2031-03-10")).rejects.toMatchObject(until);
    const broken = happens({ kind: "van_broken", vanId, from: "2026-03-12", until: "2026-03-10" });
    await expect(broken).rejects.toMatchObject(until);
    expect(await absences()).toBe(0);
  });

  test("to somebody or something that does not exist is refused", async () => {
    const days = { from: testDay, until: testDay };
    const missing = { status: 404 };
    await expect(happens({ kind: "ill", mechanicId: nothing, ...days })).rejects.toMatchObject(missing);
    await expect(happens({ kind: "van_broken", vanId: nothing, ...days })).rejects.toMatchObject(missing);
    await expect(happens({ kind: "overrun", visitId: nothing, minutes: 60 })).rejects.toMatchObject(missing);
  });

  test("may be told by two at once: both get ways to mend, and it is noted once", async () => {
    const { mechanicId, vanId } = await world.crew();
    const days = { from: testDay, until: "2026-03-12" };
    const ill = { kind: "ill" as const, mechanicId, ...days };
    await Promise.all([happens(ill), happens(ill)]);
    expect(await absences()).toBe(3);
    const broken = { kind: "van_broken" as const, vanId, ...days };
    await Promise.all([happens(broken), happens(broken)]);
    const { numDeletedRows } = await house.platform.database.db.deleteFrom("vanRepairs").executeTakeFirst();
    expect(Number(numDeletedRows)).toBe(3);
  });

  test("does not happen to a visit that was called off or is done", async () => {
    const { crewId } = await world.crew();
    const { visit } = await world.waiting({ minutes: 60 });
    const other = await world.waiting({ name: "Bram Kok", minutes: 60 });
    const visitId = visit.id;
    const { id: planId } = await draft();
    const moves = [visitId, other.visit.id].map((id) => ({ visitId: id, from: null, to: { crewId } }));
    await house.does(robot, changePlan, { planId, moves });
    await house.does(robot, publishPlan, { planId });
    await house.does(robot, cancelVisit, { visitId: other.visit.id, reason: "Verhuisd" });
    house.clock.set(`${testDay}T11:00:00Z`);
    const happened: Disruption[] = [
      { kind: "overrun", visitId, minutes: 60 },
      { kind: "no_show", visitId },
      { kind: "emergency", visitId, on: testDay },
    ];
    for (const move of ["arrive", "start", "complete"] as const)
      await house.works(robot, (work) => visitProgress[move](work, visitId, `${testDay}T10:00:00.000Z`));
    for (const what of happened)
      await expect(happens(what)).rejects.toMatchObject({ type: "planning/visit-under-way" });
    for (const what of happened)
      await expect(happens({ ...what, visitId: other.visit.id } as Disruption)).rejects.toMatchObject({
        status: 422,
        facts: { errors: [{ pointer: "/what/visitId" }] },
      });
    house.clock.set("2026-03-02T08:00:00.000Z");
  });

  test("for longer than a plan lasts is kept whole, and mended for as long as a plan may be", async () => {
    const { mechanicId } = await world.crew();
    const { repairs } = await happens({ kind: "ill", mechanicId, from: testDay, until: "2026-09-30" });
    expect(repairs).toHaveLength(1);
    expect(await absences()).toBe(205);
  });

  test("to a visit needs a visit with a time, and is urgent on a day to come", async () => {
    const { crewId } = await world.crew();
    const { visit } = await world.waiting();
    const visitId = visit.id;
    const noTime = { status: 422, facts: { errors: [{ pointer: "/what/visitId" }] } };
    await expect(happens({ kind: "overrun", visitId, minutes: 60 })).rejects.toMatchObject(noTime);
    await expect(happens({ kind: "no_show", visitId })).rejects.toMatchObject(noTime);
    const on = { status: 422, facts: { errors: [{ pointer: "/what/on" }] } };
    await expect(happens({ kind: "emergency", visitId, on: "2026-02-01" })).rejects.toMatchObject(on);
    await expect(happens({ kind: "emergency", visitId, on: "2099-01-01" })).rejects.toMatchObject(on);

    const { id: planId } = await draft();
    await house.does(robot, changePlan, { planId, moves: [{ visitId, from: null, to: { crewId } }] });
    await house.does(robot, publishPlan, { planId });
    const notBegun = { type: "planning/appointment-not-begun", facts: { on: testDay, from: "08:00" } };
    await expect(happens({ kind: "no_show", visitId })).rejects.toMatchObject(notBegun);
    house.clock.set(`${testDay}T11:00:00Z`);
    const { repairs } = await happens({ kind: "no_show", visitId });
    // Whoever was not there has no time any more, and hears that a new one will come.
    expect(repairs).toMatchObject([{ moves: [{ visitId, to: null, tells: "no_time" }] }]);
  });

  test("is no absent customer before the half day, or the fixed time, has begun", async () => {
    const { crewId } = await world.crew();
    const { visit } = await world.waiting();
    const visitId = visit.id;
    const { id: planId } = await draft();
    const from = (time: string) => ({ facts: { on: testDay, from: time } });
    const moves = [{ visitId, from: null, to: { crewId, start: 840 } }];
    await house.does(robot, changePlan, { planId, moves });
    await house.does(robot, pinVisits, { planId, visitIds: [visitId], isPinned: false });
    await house.does(robot, publishPlan, { planId });
    house.clock.set(`${testDay}T10:59:00Z`);
    await expect(happens({ kind: "no_show", visitId })).rejects.toMatchObject(from("12:00"));
    const db = house.platform.database.db;
    await db.updateTable("visits").set({ isPinned: true }).where("id", "=", visitId).execute();
    house.clock.set(`${testDay}T11:29:00Z`);
    await expect(happens({ kind: "no_show", visitId })).rejects.toMatchObject(from("12:30"));
    house.clock.set(`${testDay}T11:30:00Z`);
    expect(await happens({ kind: "no_show", visitId })).toMatchObject({
      repairs: [{ moves: [{ visitId }] }],
    });
  });
});
