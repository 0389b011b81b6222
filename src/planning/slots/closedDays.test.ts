import { describe, expect, test } from "vitest";
import { noor } from "../../../tests/cast.ts";
import { addPeriod, chooseWorkingDay, removePeriod } from "../calendar/actions/keepCalendar.ts";
import { testHouse } from "../testHouse.ts";
import { testDay } from "../testing.ts";
import { myOffers } from "../visits/queries/outside.ts";
import { bookSlot } from "./actions/customer.ts";

const made = await testHouse();
const { house } = made;

/** The days a customer may choose. */
const daysOf = async (customer: Awaited<ReturnType<typeof made.waiting>>["customer"]) => [
  ...new Set((await house.asks(customer, myOffers, {})).offers.map(({ on }) => on)),
];

describe("a day on which the company does not work", () => {
  test("is not offered, nor booked, though a crew was made for it", async () => {
    await made.crew();
    await made.crew({ on: "2026-03-12" });
    const { customer, visit } = await made.waiting({ name: "Dirk Dicht" });
    expect(await daysOf(customer)).toEqual([testDay, "2026-03-12"]);
    const { id } = await house.does(noor, addPeriod, {
      kind: "company_closed",
      name: "Teamdag",
      fromOn: testDay,
      untilOn: testDay,
    });
    expect(await daysOf(customer)).toEqual(["2026-03-12"]);
    const booked = house.does(customer, bookSlot, { visitId: visit.id, on: testDay, part: "morning" });
    await expect(booked).rejects.toMatchObject({ type: "planning/slot-taken" });
    await house.does(noor, removePeriod, { periodId: id! });
  });

  test("is a feast day, unless the company chose to work on it; a Saturday with a crew is none", async () => {
    const before = house.clock.now();
    house.clock.set("2026-04-01T09:00:00.000Z");
    const [saturday, easterMonday, tuesday] = ["2026-04-04", "2026-04-06", "2026-04-07"];
    for (const on of [saturday, easterMonday, tuesday]) await made.crew({ on });
    const { customer } = await made.waiting({ name: "Paula Paas" });
    expect(await daysOf(customer)).toEqual([saturday, tuesday]);
    await house.does(noor, chooseWorkingDay, { rule: "easter 1", works: true });
    expect(await daysOf(customer)).toEqual([saturday, easterMonday, tuesday]);
    await house.does(noor, chooseWorkingDay, { rule: "easter 1", works: false });
    house.clock.set(before);
  });
});
