import { describe, expect, test } from "vitest";
import { noor } from "../../../tests/cast.ts";
import { testHouse } from "../testHouse.ts";
import { cancelVisit, freeVisit, planVisit } from "./actions/office.ts";
import { visitsOfOrder } from "./queries/office.ts";

const made = await testHouse();
const { house } = made;

/** Two visits in Breda on a crew's day, the second just after the first. */
const dayInBreda = async () => {
  const { crewId } = await made.crew();
  const first = await made.waiting({ minutes: 60, postalCode: "4827WC" });
  const second = await made.waiting({ name: "Ties Ander", minutes: 60, postalCode: "4827WD" });
  await house.does(noor, planVisit, { visitId: first.visit.id, crewId, startsAt: "10:00" });
  await house.does(noor, planVisit, { visitId: second.visit.id, crewId, startsAt: "13:30" });
  const seen = async () => (await house.asks(noor, visitsOfOrder, { orderId: second.orderId })).rows[0]!;
  expect((await seen()).travelMinutes).toBeLessThan(10);
  return { crewId, first: first.visit, seen };
};

describe("a visit that leaves a day", () => {
  test("leaves the way from the depot to what stood after it", async () => {
    const { first, seen } = await dayInBreda();
    await house.does(noor, freeVisit, { visitId: first.id, reason: "Klant ziek" });
    await house.settles();
    expect((await seen()).travelMinutes).toBeGreaterThan(50);
    // What a planner put at a time stays there.
    expect((await seen()).plannedStart).toBe("2026-03-10T12:30:00.000Z");
  });

  test("or goes to another crew, or is called off: the same", async () => {
    for (const leaves of ["moves", "cancels"] as const) {
      await made.clear();
      const { first, seen } = await dayInBreda();
      const other = await made.crew({ name: "Ploeg 2" });
      const to = { visitId: first.id, crewId: other.crewId, startsAt: "10:00", reason: "Andere ploeg" };
      if (leaves === "moves") await house.does(noor, planVisit, to);
      else await house.does(noor, cancelVisit, { visitId: first.id, reason: "Dubbel" });
      await house.settles();
      expect((await seen()).travelMinutes, leaves).toBeGreaterThan(50);
    }
  });

  test("changes no times, and tells the way of a day that breaks a rule as well", async () => {
    const { crewId, first, seen } = await dayInBreda();
    const late = await made.waiting({ name: "Lies Laat", minutes: 60, postalCode: "4827WE" });
    const tooLate = { visitId: late.visit.id, crewId, startsAt: "16:45", despite: true };
    await house.does(noor, planVisit, tooLate);
    const before = await seen();
    await house.does(noor, freeVisit, { visitId: first.id, reason: "Klant ziek" });
    await house.settles();
    const after = await seen();
    expect(after.travelMinutes).toBeGreaterThan(50);
    expect([after.plannedStart, after.plannedEnd]).toEqual([before.plannedStart, before.plannedEnd]);
  });
});
