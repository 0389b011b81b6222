import { describe, expect, test } from "vitest";
import { orders } from "#orders";
import { noor } from "../../../tests/cast.ts";
import { bookSlot, dropMyVisit } from "../slots/actions/customer.ts";
import { testHouse } from "../testHouse.ts";
import { testDay } from "../testing.ts";
import { bookVisit, cancelVisit as cancelOf } from "../visits/actions/office.ts";
import { myVisit } from "../visits/queries/outside.ts";
import { myEarlier, takeEarlier, wishEarlier } from "./customer.ts";
import { inviteEarlier, putOnWaitingList, takeOffWaitingList, withdrawEarlier } from "./office.ts";
import { waitingList } from "./waitingList.ts";

const day = testDay;
const later = "2026-03-12";

const made = await testHouse();
const { house } = made;

const anyTime = { weekdays: [1, 2, 3, 4, 5], parts: ["morning" as const, "afternoon" as const] };

/** A full morning, and customers with a later day of whom some wish to come earlier. */
const aFullMorning = async () => {
  await made.crew({ endsAt: "12:30" });
  for (const on of [later, "2026-03-13"]) await made.crew({ on });
  const early = await made.waiting({ name: "Evi Eerst" });
  await house.does(noor, bookVisit, { visitId: early.visit.id, on: day, part: "morning" });
  const wishing = async (
    name: string,
    on: string,
    wish: Parameters<typeof wishEarlier.handle>[1]["wish"],
  ) => {
    const given = await made.waiting({ name });
    await house.does(noor, bookVisit, { visitId: given.visit.id, on, part: "morning" });
    await house.does(given.customer, wishEarlier, { visitId: given.visit.id, wish });
    return given;
  };
  const first = await wishing("Wim Wacht", later, anyTime);
  const second = await wishing("Wies Wacht", "2026-03-13", anyTime);
  return { early, first, second, wishing };
};
const offersOf = async ({ visit, customer }: Awaited<ReturnType<typeof made.waiting>>) =>
  (await house.asks(customer, myEarlier, { visitId: visit.id })).offers;
const drop = async ({ visit, customer }: Awaited<ReturnType<typeof made.waiting>>) => {
  await house.does(customer, dropMyVisit, { visitId: visit.id, reason: "Op vakantie" });
  await house.settles();
};

describe("a half day that comes free", () => {
  test("is mailed to whom it is welcome, and the first yes wins", async () => {
    const { early, first, second } = await aFullMorning();
    await drop(early);
    const mails = (await made.mails()).filter(({ template }) => template === "planning/earlier-possible");
    expect(mails).toHaveLength(2);
    expect(new Set(mails.map(({ orderId }) => orderId))).toEqual(new Set([first.orderId, second.orderId]));
    const [toFirst] = await offersOf(first);
    const [toSecond] = await offersOf(second);
    expect(toFirst).toMatchObject({ on: day, part: "morning" });
    const results = await Promise.allSettled([
      house.does(first.customer, takeEarlier, { visitId: first.visit.id, offerId: toFirst!.id }),
      house.does(second.customer, takeEarlier, { visitId: second.visit.id, offerId: toSecond!.id }),
    ]);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const refused = results.find((result) => result.status === "rejected");
    expect(refused?.reason).toMatchObject({ type: "planning/slot-taken" });
    const loser = results[0].status === "rejected" ? first : second;
    const { visits } = await house.asks(loser.customer, myVisit, {});
    expect(visits[0]?.on).toBe(loser === first ? later : "2026-03-13");
  });

  test("is not taken back by a planner while its customer is saying yes", async () => {
    const { early, first } = await aFullMorning();
    await drop(early);
    const { visit, customer, orderId } = first;
    const [offer] = await offersOf(first);
    const which = { visitId: visit.id, offerId: offer!.id };
    const both: Promise<unknown>[] = [];
    await house.works(noor, async (work) => {
      // Who says yes has the visit by now, and waits for the order.
      await orders.lock(work.tx, orderId);
      both.push(house.does(customer, takeEarlier, which));
      await new Promise((done) => setTimeout(done, 300));
      both.push(house.does(noor, withdrawEarlier, which));
      await new Promise((done) => setTimeout(done, 300));
    });
    const [taken, takenBack] = await Promise.allSettled(both);
    expect(taken).toMatchObject({ status: "fulfilled", value: { on: day } });
    expect(takenBack).toMatchObject({ status: "rejected", reason: { status: 404 } });
  });

  test("is taken once by a link that is used twice, and told once", async () => {
    const { early, first } = await aFullMorning();
    await drop(early);
    const [offer] = await offersOf(first);
    const take = () =>
      house.does(first.customer, takeEarlier, { visitId: first.visit.id, offerId: offer!.id });
    const results = await Promise.allSettled([take(), take()]);
    const refused = results.filter((result) => result.status === "rejected");
    expect(refused.map(({ reason }) => reason.type)).toEqual(["planning/offer-over"]);
    await expect(take()).rejects.toMatchObject({ type: "planning/offer-over" });
    await house.settles();
    const told = (await made.mails()).filter(({ orderId }) => orderId === first.orderId);
    expect(told.filter(({ template }) => template === "planning/appointment-moved")).toHaveLength(1);
    expect(await offersOf(first)).toEqual([]);
  });

  test("is over after some hours, and is not offered on days that are not welcome", async () => {
    const { early, first, wishing } = await aFullMorning();
    const friday = await wishing("Vera Vrijdag", later, { weekdays: [5], parts: ["morning"] });
    await drop(early);
    expect(await offersOf(friday)).toEqual([]);
    const [offer] = await offersOf(first);
    house.clock.forward("PT7H");
    const late = house.does(first.customer, takeEarlier, { visitId: first.visit.id, offerId: offer!.id });
    await expect(late).rejects.toMatchObject({ type: "planning/offer-over" });
    // The mail still leads there: its customer reads what became of it.
    const asked = () => house.asks(first.customer, myEarlier, { visitId: first.visit.id });
    expect(await asked()).toMatchObject({ offers: [], over: [{ on: day, part: "morning" }] });
    house.clock.forward("-PT7H");
    expect((await asked()).over).toEqual([]);
    const { id: visitId } = first.visit;
    await house.does(noor, withdrawEarlier, { visitId, offerId: offer!.id });
    expect(await asked()).toMatchObject({ offers: [], over: [{ id: offer!.id }] });
  });

  test("is not offered to who could not come then, nor once the appointment is earlier than it", async () => {
    const { first, second } = await aFullMorning();
    await drop(first);
    expect(await offersOf(first)).toEqual([]);
    expect(await offersOf(second)).toMatchObject([{ on: later, part: "morning" }]);
    const { visitId } = { visitId: second.visit.id };
    await made.crew({ name: "Ploeg 2", on: "2026-03-11" });
    await house.does(second.customer, bookSlot, { visitId, on: "2026-03-11", part: "morning" });
    expect(await offersOf(second)).toEqual([]);
    await expect(
      house.does(noor, inviteEarlier, { visitId, on: later, part: "morning" }),
    ).rejects.toMatchObject({
      status: 422,
      facts: { errors: [{ pointer: "/on" }] },
    });
  });

  test("is not offered to who has an offer open already, however much comes free at once", async () => {
    const { early, first } = await aFullMorning();
    await made.crew({ name: "Ploeg 2", on: "2026-03-11", endsAt: "12:30" });
    const other = await made.waiting({ name: "Olga Ook" });
    await house.does(noor, bookVisit, { visitId: other.visit.id, on: "2026-03-11", part: "morning" });
    for (const { customer, visit } of [early, other])
      await house.does(customer, dropMyVisit, { visitId: visit.id, reason: "Op vakantie" });
    await house.settles();
    expect(await offersOf(first)).toHaveLength(1);
    const told = (await made.mails()).filter(({ orderId }) => orderId === first.orderId);
    expect(told.filter(({ template }) => template === "planning/earlier-possible")).toHaveLength(1);
  });

  test("is told to who has no appointment yet without speaking of one", async () => {
    const { early } = await aFullMorning();
    const none = await made.waiting({ name: "Nico Nog" });
    await house.does(none.customer, wishEarlier, { visitId: none.visit.id, wish: anyTime });
    await drop(early);
    const told = (await made.mails()).filter(({ orderId }) => orderId === none.orderId);
    expect(told.at(-1)).toMatchObject({ template: "planning/place-possible" });
  });

  test("is not for who left the list, nor for another's link", async () => {
    const { early, first, second } = await aFullMorning();
    await house.does(first.customer, wishEarlier, { visitId: first.visit.id, wish: null });
    await drop(early);
    expect(await offersOf(first)).toEqual([]);
    const [offer] = await offersOf(second);
    const foreign = house.does(first.customer, takeEarlier, { visitId: second.visit.id, offerId: offer!.id });
    await expect(foreign).rejects.toMatchObject({ status: 403 });
  });
});

describe("the waiting list", () => {
  test("is not for who comes on the first day there is", async () => {
    const { visit, customer } = await made.waiting({ name: "Els Eerste" });
    await made.crew({ on: "2026-03-09" });
    await made.crew({ on: later });
    const isPossible = async () => (await house.asks(customer, myEarlier, { visitId: visit.id })).isPossible;
    expect(await isPossible()).toBe(true);
    await house.does(noor, bookVisit, { visitId: visit.id, on: later, part: "afternoon" });
    expect(await isPossible()).toBe(true);
    // Monday after a weekend on which nobody works.
    const monday = await made.waiting({ name: "Mia Maandag" });
    await house.does(noor, bookVisit, { visitId: monday.visit.id, on: "2026-03-09", part: "afternoon" });
    const before = house.clock.now();
    house.clock.set("2026-03-06T09:00:00.000Z");
    const asked = { visitId: monday.visit.id };
    expect((await house.asks(monday.customer, myEarlier, asked)).isPossible).toBe(false);
    house.clock.set(before);
  });

  test("shows planners who waits, since when, and what is offered", async () => {
    const { early, first } = await aFullMorning();
    await drop(early);
    const { rows } = await house.asks(noor, waitingList, {});
    const row = rows.find(({ visitId }) => visitId === first.visit.id);
    expect(row).toMatchObject({ on: later, weekdays: [1, 2, 3, 4, 5], open: [{ on: day, part: "morning" }] });
  });

  test("is worked by planners: invite, take back, take off, and put back as it was", async () => {
    const { early, first } = await aFullMorning();
    await house.does(noor, cancelOf, { visitId: early.visit.id, reason: "Klant verhuist" });
    await house.settles();
    const { visitId } = { visitId: first.visit.id };
    const [open] = await offersOf(first);
    await house.does(noor, withdrawEarlier, { visitId, offerId: open!.id });
    const late = house.does(first.customer, takeEarlier, { visitId, offerId: open!.id });
    await expect(late).rejects.toMatchObject({ type: "planning/offer-over" });
    house.clock.forward("PT1M");
    const again = await house.does(noor, inviteEarlier, { visitId, on: day, part: "morning" });
    expect(again).toMatchObject({ on: day, part: "morning" });
    const mails = (await made.mails()).filter(({ template }) => template === "planning/earlier-possible");
    expect(mails.filter(({ orderId }) => orderId === first.orderId)).toHaveLength(2);
    // A colleague who invites to the same half day a moment later finds it done.
    house.clock.forward("PT1M");
    expect(await house.does(noor, inviteEarlier, { visitId, on: day, part: "morning" })).toEqual(again);
    const told = (await made.mails()).filter(({ orderId }) => orderId === first.orderId);
    expect(told.filter(({ template }) => template === "planning/earlier-possible")).toHaveLength(2);
    const { wish } = await house.does(noor, takeOffWaitingList, { visitId });
    expect(await offersOf(first)).toEqual([]);
    await house.does(noor, putOnWaitingList, { visitId, wish });
    expect((await house.asks(noor, waitingList, {})).rows.some((row) => row.visitId === visitId)).toBe(true);
    await house.does(first.customer, bookSlot, { visitId, on: day, part: "morning" });
  });

  test("refuses an invitation to a half day the visit does not fit, and who may not plan", async () => {
    const { first } = await aFullMorning();
    const invite = { visitId: first.visit.id, on: day, part: "morning" as const };
    await expect(house.does(noor, inviteEarlier, invite)).rejects.toMatchObject({
      type: "planning/slot-taken",
    });
    await expect(house.does(first.customer, inviteEarlier, invite)).rejects.toMatchObject({ status: 403 });
  });
});
