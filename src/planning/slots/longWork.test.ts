import { describe, expect, test } from "vitest";
import { noor } from "../../../tests/cast.ts";
import { wishEarlier } from "../earlier/customer.ts";
import { testHouse } from "../testHouse.ts";
import { testDay } from "../testing.ts";
import { bookVisit } from "../visits/actions/office.ts";
import { offersForVisit } from "../visits/queries/office.ts";
import { watchRoom } from "./watchRoom.ts";

const made = await testHouse();
const { house } = made;

const offersOf = async (visitId: string) => (await house.asks(noor, offersForVisit, { visitId })).offers;
const exceptions = async (orderId: string) =>
  (
    await house.platform.database.db
      .selectFrom("exceptions")
      .select(["facts", "resolvedAt"])
      .where("orderId", "=", orderId)
      .where("kind", "=", "no_slot")
      .execute()
  ).map(({ facts, resolvedAt }) => ({ facts, isOpen: resolvedAt === null }));

describe("work that takes most of a day", () => {
  test("is offered on an empty day up to its end: what is kept free for urgent work would leave it no day at all", async () => {
    await made.crew();
    const { visit } = await made.waiting({ name: "Lang Werk", minutes: 470 });
    const [offer] = await offersOf(visit.id);
    expect(offer).toMatchObject({ on: testDay, part: "morning" });
    const booked = await house.does(noor, bookVisit, { visitId: visit.id, on: testDay, part: "morning" });
    expect(booked).toMatchObject({ status: "scheduled", on: testDay });
    // Half an hour of lunch falls within it.
    const took = Date.parse(booked.plannedEnd!) - Date.parse(booked.plannedStart!);
    expect(took).toBe(500 * 60_000);
  });
});

describe("a visit that fits no day", () => {
  const forSome = { weekdays: [1, 2, 3, 4, 5], parts: ["morning" as const] };

  test("is told to the planner when the customer found nothing to choose, with the reason, until there is room", async () => {
    await made.crew();
    const { visit, customer, orderId } = await made.waiting({ name: "Te Lang", minutes: 600 });
    expect(await house.asks(noor, offersForVisit, { visitId: visit.id })).toEqual({
      offers: [],
      why: "too_long",
    });
    await house.does(customer, wishEarlier, { visitId: visit.id, wish: forSome });
    expect(await exceptions(orderId)).toEqual([
      { facts: { number: visit.number, minutes: 600, why: "too_long" }, isOpen: true },
    ]);
    await made.crew({ on: "2026-03-12", name: "Ploeg lang", startsAt: "06:00", endsAt: "20:00" });
    await house.works(noor, watchRoom);
    expect((await exceptions(orderId)).map(({ isOpen }) => isOpen)).toEqual([false]);
  });

  test("is seen every morning too, with skills that no crew has or days that are full", async () => {
    await made.crew({ skills: ["digging"] });
    const { visit, orderId } = await made.waiting({ name: "Geen Vakman", minutes: 120 });
    await house.works(noor, watchRoom);
    expect(await exceptions(orderId)).toMatchObject([{ facts: { number: visit.number, why: "skills" } }]);
  });
});
