import { describe, expect, test } from "vitest";
import { orders } from "#orders";
import { fenna, noor, ravi } from "../../../tests/cast.ts";
import { week } from "../crews/queries/week.ts";
import { addRepair, changeVan, removeRepair } from "../means/actions/keepVan.ts";
import { addAbsence } from "../people/actions/addAbsence.ts";
import { testHouse } from "../testHouse.ts";
import { testDay } from "../testing.ts";
import { bookVisit, cancelVisit, freeVisit, planVisit } from "./actions/office.ts";
import { offersForVisit, visitsList, visitsOfOrder } from "./queries/office.ts";
import { visitsForPartner } from "./queries/outside.ts";

const day = testDay;

const { house, statusOf, waiting, crew } = await testHouse();

describe("a planner", () => {
  test("hears that a crew is not there any more", async () => {
    const { visit } = await waiting();
    const plan = { visitId: visit.id, crewId: visit.id, startsAt: "09:00" };
    await expect(house.does(noor, planVisit, plan)).rejects.toMatchObject({ status: 404 });
  });

  test("plans by hand at a time, and is told what is not right before doing it", async () => {
    const { crewId } = await crew({ skills: [] });
    const { visit } = await waiting();
    const plan = { visitId: visit.id, crewId, startsAt: "15:00" };
    await expect(house.does(noor, planVisit, plan)).rejects.toMatchObject({
      type: "planning/plan-has-breaches",
      facts: { breaches: [{ kind: "skills" }, { kind: "too_late", detail: "17:00" }] },
    });
    const planned = await house.does(noor, planVisit, { ...plan, despite: true });
    expect(planned).toMatchObject({ status: "scheduled", isPinned: true, part: "afternoon" });
    expect(planned.plannedStart).toBe("2026-03-10T14:00:00.000Z");
  });

  test("never plans work that goes on past midnight, also not despite everything", async () => {
    const { crewId } = await crew();
    const { visit } = await waiting({ minutes: 120 });
    const plan = { visitId: visit.id, crewId, despite: true };
    await expect(house.does(noor, planVisit, { ...plan, startsAt: "22:00" })).rejects.toMatchObject({
      type: "planning/day-past-midnight",
      facts: { crews: ["Ploeg 1"] },
    });
    const planned = await house.does(noor, planVisit, { ...plan, startsAt: "21:59" });
    expect(planned.plannedEnd).toBe(`${day}T22:59:00.000Z`);
  });

  test("is told that work ends too late when lunch falls in it", async () => {
    const { crewId } = await crew();
    const { visit } = await waiting({ minutes: 360 });
    const plan = { visitId: visit.id, crewId, startsAt: "11:00" };
    await expect(house.does(noor, planVisit, plan)).rejects.toMatchObject({
      facts: { breaches: [{ kind: "too_late", detail: "17:00" }] },
    });
    const planned = await house.does(noor, planVisit, { ...plan, despite: true });
    expect(planned.plannedEnd).toBe("2026-03-10T16:30:00.000Z");
  });

  test("cannot put a crew in two places, and moves a visit to another crew", async () => {
    const { crewId } = await crew();
    const other = await crew({ name: "Ploeg 2" });
    const first = await waiting();
    const second = await waiting({ name: "Ties Ander" });
    await house.does(noor, planVisit, { visitId: first.visit.id, crewId, startsAt: "09:00" });
    const double = house.does(noor, planVisit, {
      visitId: second.visit.id,
      crewId,
      startsAt: "10:00",
      despite: true,
    });
    await expect(double).rejects.toMatchObject({ type: "planning/crew-taken" });
    const moved = await house.does(noor, planVisit, {
      visitId: first.visit.id,
      crewId: other.crewId,
      startsAt: "09:00",
      reason: "Andere ploeg",
    });
    expect(moved).toMatchObject({
      crewId: other.crewId,
      rescheduleCount: 1,
      rescheduleReason: "Andere ploeg",
    });
  });

  test("is told what keeps a crew from going out", async () => {
    const { crewId, vanId, mechanicId } = await crew();
    const { visit } = await waiting();
    const planned = () =>
      house.does(noor, planVisit, { visitId: visit.id, crewId, startsAt: "09:00", despite: true });
    const staysIn = (why: string) => ({
      type: "planning/crew-stays-in",
      facts: { crew: "Ploeg 1", van: "Bus Ploeg 1", why },
    });
    const { van } = await house.does(noor, addRepair, { vanId, fromOn: day, untilOn: day });
    await expect(planned()).rejects.toMatchObject(staysIn("van_in_repair"));
    await house.does(noor, changeVan, { vanId, active: false });
    await expect(planned()).rejects.toMatchObject(staysIn("van_retired"));
    await house.does(noor, changeVan, { vanId, active: true });
    await house.does(noor, removeRepair, { repairId: van.repairs[0]!.id });
    await house.does(noor, addAbsence, { mechanicId, fromOn: day, untilOn: day, kind: "sick_leave" });
    await expect(planned()).rejects.toMatchObject(staysIn("nobody"));
  });

  test("frees and cancels with a reason; the order follows", async () => {
    await crew();
    const { orderId, visit } = await waiting();
    await house.does(noor, bookVisit, { visitId: visit.id, on: day, part: "morning" });
    const freed = await house.does(noor, freeVisit, { visitId: visit.id, reason: "Monteur ziek" });
    expect(freed).toMatchObject({ status: "rescheduled", crewId: null, moves: { schedule: { can: true } } });
    expect(await statusOf(orderId)).toBe("planning");
    const cancelled = await house.does(noor, cancelVisit, { visitId: visit.id, reason: "Dubbel" });
    expect(cancelled).toMatchObject({ status: "cancelled", cancelReason: "Dubbel", moves: {} });
  });

  test("sees the week with crews, visits and who is away, and which visits an absence touches", async () => {
    const { mechanicId } = await crew();
    const { visit } = await waiting();
    await house.does(noor, bookVisit, { visitId: visit.id, on: day, part: "morning" });
    const absence = await house.does(noor, addAbsence, {
      mechanicId,
      fromOn: day,
      untilOn: day,
      kind: "sick_leave",
    });
    expect(absence.visits.map(({ id }) => id)).toEqual([visit.id]);
    const seen = await house.asks(noor, week, { from: day, until: day });
    expect(seen.crews[0]).toMatchObject({ name: "Ploeg 1", members: [{ isAbsent: true }] });
    expect(seen.visits).toHaveLength(1);
    const other = await waiting({ name: "Ties Ander" });
    expect((await house.asks(noor, offersForVisit, { visitId: other.visit.id })).offers).toEqual([]);
    const pool = await house.asks(noor, visitsList, { unplanned: true });
    expect(pool.rows.map(({ id }) => id)).toEqual([other.visit.id]);
  });

  test("is somebody with the scope; others look or are kept out", async () => {
    await crew();
    const { orderId, visit } = await waiting();
    const booking = house.does(fenna, bookVisit, { visitId: visit.id, on: day, part: "morning" });
    await expect(booking).rejects.toMatchObject({ status: 403 });
    const { rows } = await house.asks(fenna, visitsOfOrder, { orderId });
    expect(rows[0]?.moves).toMatchObject({ schedule: { can: false } });
    await expect(house.asks(ravi, visitsForPartner, { orderId })).rejects.toMatchObject({ status: 404 });
    const own = {
      ...ravi,
      organizationIds: [(await orders.byId(house.platform.database.db, orderId)).accountId],
    };
    expect((await house.asks(own, visitsForPartner, { orderId })).rows).toHaveLength(1);
  });
});
