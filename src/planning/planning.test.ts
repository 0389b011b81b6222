import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import { moveOrder, orders } from "#orders";
import type { Problem } from "#platform";
import { noor } from "../../tests/cast.ts";
import { bookSlot, dropMyVisit, holdSlot } from "./slots/actions/customer.ts";
import { testHouse } from "./testHouse.ts";
import { robot, testDay } from "./testing.ts";
import { addVisit, bookVisit } from "./visits/actions/office.ts";
import { visitsOfOrder } from "./visits/queries/office.ts";
import { myOffers, myVisit } from "./visits/queries/outside.ts";

const day = testDay;

const { house, statusOf, waiting, crew, mails } = await testHouse();

describe("an order that is agreed on", () => {
  test("waits for planning with a visit as long and as skilled as its lines ask, and invites the customer", async () => {
    const { orderId, visit } = await waiting({ minutes: 210 });
    expect(await statusOf(orderId)).toBe("planning");
    expect(visit).toMatchObject({
      status: "planned",
      minutes: 210,
      skills: ["vehicle_charging_installation"],
      kind: "installation",
    });
    expect(visit.number).toMatch(/^VST-CC-2026-\d{5}$/);
    expect(await mails()).toContainEqual({ template: "planning/choose-a-time", orderId });
  });

  test("stays for shipping when nobody has to come", async () => {
    const { orderId } = await waiting({ minutes: 0, name: "Bea Pakket" });
    expect(await statusOf(orderId)).toBe("both_approved");
  });
});

describe("a customer", () => {
  test("chooses among half days that fit, and finds the appointment with first names", async () => {
    await crew();
    const { orderId, visit, customer } = await waiting({ minutes: 180 });
    const { offers } = await house.asks(customer, myOffers, {});
    expect(offers.map(({ on, part, room }) => [on, part, room])).toEqual([
      [day, "morning", "few"],
      [day, "afternoon", "few"],
    ]);
    const booked = await house.does(customer, bookSlot, { visitId: visit.id, on: day, part: "morning" });
    expect(booked).toMatchObject({ status: "scheduled", on: day, part: "morning", crew: ["Ploeg 1"] });
    expect(await statusOf(orderId)).toBe("scheduled");
    expect((await orders.byId(house.platform.database.db, orderId)).plannedOn).toBe(day);
    const { visits } = await house.asks(customer, myVisit, {});
    expect(visits[0]).toMatchObject({ canChange: true, canChoose: false });
    expect(visits[0]?.calendarFile).toContain("DTSTART:20260310T070000Z");
    expect(await mails()).toContainEqual({ template: "planning/appointment-confirmed", orderId });
  });

  test("with two visits moves the one that is meant", async () => {
    await crew();
    const { orderId, visit, customer } = await waiting({ minutes: 120 });
    const survey = await house.does(noor, addVisit, { orderId, kind: "survey", minutes: 45, skills: [] });
    for (const [visitId, part] of [
      [visit.id, "afternoon"],
      [survey.id, "morning"],
    ] as const)
      await house.does(customer, bookSlot, { visitId, on: day, part });
    const asked = await house.asks(customer, myOffers, { visitId: survey.id });
    expect(asked).toMatchObject({ visitId: survey.id, minutes: 45 });
    const other = await waiting({ name: "Ties Ander" });
    await expect(house.asks(customer, myOffers, { visitId: other.visit.id })).rejects.toMatchObject({
      status: 404,
    });
  });

  test("sees no visit of another order", async () => {
    await crew();
    const mine = await waiting();
    const other = await waiting({ name: "Ties Ander" });
    const { visits } = await house.asks(mine.customer, myVisit, {});
    expect(visits.map(({ id }) => id)).toEqual([mine.visit.id]);
    const foreign = house.does(mine.customer, bookSlot, {
      visitId: other.visit.id,
      on: day,
      part: "morning",
    });
    await expect(foreign).rejects.toMatchObject({ status: 403 });
  });

  test("cannot be offered what the crew cannot do", async () => {
    await crew({ skills: [] });
    const { customer } = await waiting();
    expect((await house.asks(customer, myOffers, {})).offers).toEqual([]);
  });

  test("holds a half day for ten minutes, in which nobody else gets it", async () => {
    await crew({ endsAt: "12:30" });
    const first = await waiting();
    const second = await waiting({ name: "Ties Ander" });
    await house.does(first.customer, holdSlot, { visitId: first.visit.id, on: day, part: "morning" });
    expect((await house.asks(second.customer, myOffers, {})).offers).toEqual([]);
    house.clock.forward("PT11M");
    expect((await house.asks(second.customer, myOffers, {})).offers).toHaveLength(1);
  });

  test("moves the appointment, drops it, and may not when it is too close", async () => {
    await crew();
    const { orderId, visit, customer } = await waiting();
    const slot = { visitId: visit.id, on: day };
    await house.does(customer, bookSlot, { ...slot, part: "morning" });
    const moved = await house.does(customer, bookSlot, { ...slot, part: "afternoon", reason: "Werk" });
    expect(moved).toMatchObject({ part: "afternoon", status: "scheduled" });
    expect(await mails()).toContainEqual({ template: "planning/appointment-moved", orderId });
    await house.does(customer, dropMyVisit, { visitId: visit.id, reason: "Ziek" });
    expect(await statusOf(orderId)).toBe("planning");
    expect(await mails()).toContainEqual({ template: "planning/appointment-dropped", orderId });
    const again = await house.does(customer, bookSlot, { ...slot, part: "morning" });
    expect(again.status).toBe("scheduled");
    const before = house.clock.now();
    house.clock.set("2026-03-09T20:00:00.000Z");
    const late = house.does(customer, dropMyVisit, { visitId: visit.id, reason: "Toch niet" });
    await expect(late).rejects.toMatchObject({ type: "planning/too-late-to-change" });
    house.clock.set(before);
  });
});

describe("the last place", { timeout: 120_000 }, () => {
  test("goes to exactly one of two hundred customers who take it at once; the others see the next best", async () => {
    await crew({ endsAt: "12:30" });
    await crew({ on: "2026-03-11" });
    const all = [];
    for (let index = 0; index < 200; index += 1) all.push(await waiting({ name: `Klant Nummer${index}` }));
    const results = await Promise.allSettled(
      all.map(({ visit, customer }) =>
        house.does(customer, bookSlot, { visitId: visit.id, on: day, part: "morning" }),
      ),
    );
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const refusals = results.flatMap((result) =>
      result.status === "rejected" ? [result.reason as Problem] : [],
    );
    expect(new Set(refusals.map(({ type }) => type))).toEqual(new Set(["planning/slot-taken"]));
    expect(refusals[0]?.facts.offers).toMatchObject([{ on: "2026-03-11" }, { on: "2026-03-11" }]);
  });
});

describe("the database", () => {
  test("never has a crew in two places, nor a person or van on two crews of a day", async () => {
    const one = await crew();
    const first = await waiting();
    const second = await waiting({ name: "Ties Ander" });
    await house.does(noor, bookVisit, { visitId: first.visit.id, on: day, part: "morning" });
    await house.does(noor, bookVisit, { visitId: second.visit.id, on: day, part: "afternoon" });
    const { db } = house.platform.database;
    const double = sql`update visits set planned_start = (select planned_start from visits where id = ${first.visit.id}),
      planned_end = (select planned_end from visits where id = ${first.visit.id}) where id = ${second.visit.id}`;
    await expect(double.execute(db)).rejects.toMatchObject({ code: "23P01" });
    const other = await crew({ name: "Ploeg 2" });
    const twice = sql`update day_crew_members set mechanic_id = ${one.mechanicId} where crew_id = ${other.crewId}`;
    await expect(twice.execute(db)).rejects.toMatchObject({ code: "23505" });
    const sameVan = sql`update day_crews set van_id = ${one.vanId} where id = ${other.crewId}`;
    await expect(sameVan.execute(db)).rejects.toMatchObject({ code: "23505" });
    const fourth = sql`insert into day_crew_members (crew_id, on_day, mechanic_id, position)
      values (${other.crewId}, ${day}, ${one.mechanicId}, 4)`;
    await expect(fourth.execute(db)).rejects.toMatchObject({ code: "23514" });
  });

  test("refuses an illegal status and a scheduled visit without a crew", async () => {
    const { visit } = await waiting();
    const { db } = house.platform.database;
    const skipped = sql`update visits set status = 'completed' where id = ${visit.id}`.execute(db);
    await expect(skipped).rejects.toThrow(/illegal move of visit/);
    const nowhere = sql`update visits set status = 'scheduled' where id = ${visit.id}`.execute(db);
    await expect(nowhere).rejects.toMatchObject({ code: "23514" });
  });
});

describe("an order that pauses or stops", () => {
  const scheduled = async () => {
    await crew();
    const given = await waiting();
    await house.does(noor, bookVisit, { visitId: given.visit.id, on: day, part: "morning" });
    return given;
  };
  const visitStatus = async (orderId: string) =>
    (await house.asks(noor, visitsOfOrder, { orderId })).rows[0]?.status;
  const moves = (orderId: string, move: Parameters<typeof moveOrder>[2]) =>
    house.works(robot, (work) => moveOrder(work, orderId, move, { reason: "test" }));

  test("gives the crew's time back while on hold, and is planned anew when taken up", async () => {
    const { orderId } = await scheduled();
    await moves(orderId, "hold");
    await house.settles();
    expect(await visitStatus(orderId)).toBe("rescheduled");
    await moves(orderId, "resume:scheduled");
    await house.settles();
    expect(await statusOf(orderId)).toBe("planning");
  });

  test("calls its visits off when cancelled", async () => {
    const { orderId } = await scheduled();
    await moves(orderId, "cancel");
    await house.settles();
    expect(await visitStatus(orderId)).toBe("cancelled");
  });
});

describe("a reminder", () => {
  test("goes out two days ahead, only for the time that still stands", async () => {
    await crew();
    const { orderId, visit } = await waiting({ name: "Rita Herinnering" });
    const before = house.clock.now();
    await house.does(noor, bookVisit, { visitId: visit.id, on: day, part: "morning" });
    await house.does(noor, bookVisit, { visitId: visit.id, on: day, part: "afternoon", reason: "Klant" });
    house.clock.set("2026-03-08T13:00:00.000Z");
    await house.settles();
    const reminders = (await mails()).filter(
      (mail) => mail.template.endsWith("reminder") && mail.orderId === orderId,
    );
    expect(reminders).toHaveLength(1);
    house.clock.set(before);
  });
});
