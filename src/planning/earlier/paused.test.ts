import { describe, expect, test } from "vitest";
import { moveOrder } from "#orders";
import { noor } from "../../../tests/cast.ts";
import { bookSlot, holdSlot } from "../slots/actions/customer.ts";
import { testHouse } from "../testHouse.ts";
import { robot, testDay } from "../testing.ts";
import { bookVisit, cancelVisit } from "../visits/actions/office.ts";
import { myOffers, myVisit } from "../visits/queries/outside.ts";
import { wishEarlier } from "./customer.ts";
import { inviteEarlier } from "./office.ts";

const made = await testHouse();
const { house } = made;

const anyTime = { weekdays: [1, 2, 3, 4, 5], parts: ["morning" as const, "afternoon" as const] };
const slot = { on: testDay, part: "morning" as const };

describe("the customer of an order that is paused", () => {
  test("is neither offered a time nor mailed of one, because it cannot be booked", async () => {
    await made.crew({ endsAt: "12:30" });
    const standing = await made.waiting({ name: "Evi Eerst" });
    await house.does(noor, bookVisit, { visitId: standing.visit.id, ...slot });
    const { orderId, visit, customer } = await made.waiting({ name: "Wim Wacht" });
    const visitId = visit.id;
    await house.does(customer, wishEarlier, { visitId, wish: anyTime });
    await house.works(robot, (work) => moveOrder(work, orderId, "hold", { reason: "Wacht op de VvE" }));
    await house.settles();
    const before = (await made.mails()).length;
    await house.does(noor, cancelVisit, { visitId: standing.visit.id, reason: "Verhuisd" });
    await house.settles();
    const mailed = (await made.mails()).slice(before).filter((mail) => mail.orderId === orderId);
    expect(mailed).toEqual([]);
    const paused = { type: "planning/order-not-plannable", facts: { current: "on_hold" } };
    await expect(house.does(noor, inviteEarlier, { visitId, ...slot })).rejects.toMatchObject(paused);
    expect((await house.asks(customer, myVisit, {})).visits).toMatchObject([{ canChoose: false }]);
    await expect(house.asks(customer, myOffers, {})).rejects.toMatchObject({ status: 404 });
    await expect(house.does(customer, holdSlot, { visitId, ...slot })).rejects.toMatchObject(paused);
    await expect(house.does(customer, bookSlot, { visitId, ...slot })).rejects.toMatchObject(paused);
  });
});
