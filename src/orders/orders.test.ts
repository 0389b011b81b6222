import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { builtInAddressBook } from "#crm";
import { addTestEntities } from "#crm/testing";
import { automation } from "#platform";
import { type House, openHouse } from "#platform/testing";
import { fenna, noor } from "../../tests/cast.ts";
import { changeOrder } from "./actions/changeOrder.ts";
import { holdOrder, resumeOrder } from "./actions/holdOrder.ts";
import { moveByHand } from "./actions/moveByHand.ts";
import { newLead } from "./actions/newLead.ts";
import { openException, settleExceptions } from "./exceptionStore.ts";
import { ordering } from "./index.ts";
import { moveOrder } from "./orderStore.ts";
import { flagOverdueOrders } from "./overdue.ts";
import { exceptionsList } from "./queries/exceptions.ts";
import { ordersList } from "./queries/orders.ts";
import { timelineOfOrder } from "./queries/timeline.ts";

let house: House;
beforeAll(async () => {
  house = await openHouse([ordering], { services: { addresses: builtInAddressBook } });
  await house.works(automation("setup"), addTestEntities);
});
afterAll(() => house.close());

const lead = (over: object = {}) => ({
  businessEntity: "chargecars",
  name: "Anna van den Berg",
  email: "anna@example.org",
  phone: "0688412207",
  address: { street: "Beukenlaan", houseNumber: "18", postalCode: "3862kj" },
  ...over,
});

describe("a lead typed in the office", () => {
  test("becomes an order with a number, a household and a site in normal form", async () => {
    const order = await house.does(noor, newLead, lead());
    expect(order).toMatchObject({ status: "new_lead", customerName: "Anna van den Berg", place: "Nijkerk" });
    expect(order.number).toMatch(/^CC-2026-\d{5}$/);
    expect(order.contact).toMatchObject({ infix: "van den", lastName: "Berg", phone: "+31688412207" });
    expect(order.site).toMatchObject({ postalCode: "3862KJ", houseNumber: 18 });
    expect(order.accountId).toBe(order.endCustomerId);
  });

  test("finds the same customer again", async () => {
    const first = await house.does(noor, newLead, lead());
    const second = await house.does(noor, newLead, lead({ phone: "+31 6 88412207" }));
    expect(second.endCustomerId).toBe(first.endCustomerId);
    expect(second.number).not.toBe(first.number);
  });

  test("knows somebody by telephone only while no other mail address speaks against it", async () => {
    const first = await house.does(noor, newLead, lead({ email: "f1@example.org", phone: "0688412299" }));
    const noMail = await house.does(noor, newLead, lead({ email: "", phone: "0688412299" }));
    const other = await house.does(noor, newLead, lead({ email: "f2@example.org", phone: "0688412299" }));
    expect(noMail.endCustomerId).toBe(first.endCustomerId);
    expect(other.endCustomerId).not.toBe(first.endCustomerId);
  });

  test.each(["bel na zessen", "12", "061234567"])(
    "is told at its field that %s is no telephone number",
    async (phone) => {
      await expect(house.does(noor, newLead, lead({ phone }))).rejects.toMatchObject({
        status: 422,
        facts: { errors: [{ pointer: "/phone", problem: "not-phone" }] },
      });
    },
  );

  test.each([
    ["06 88 41 22 07", "+31688412207"],
    ["0031(0)688412207", "+31688412207"],
    ["+32 470 12 34 56", "+32470123456"],
    ["", null],
  ])("keeps %s as %s", async (phone, kept) => {
    const order = await house.does(
      noor,
      newLead,
      lead({ email: `f${phone}@example.org`.replaceAll(/[ ()]/g, ""), phone }),
    );
    expect(order.contact.phone).toBe(kept);
  });

  test("is made with an address that cannot be right, which then waits for a person", async () => {
    const order = await house.does(
      noor,
      newLead,
      lead({ address: { postalCode: "41011 KB", city: "Culemborg" } }),
    );
    expect(order.site?.postalCode).toBe("41011 KB");
    expect(order.exceptions.map((each) => each.kind)).toEqual(["address_unverified"]);
  });

  test("names the field when something is missing", async () => {
    const refused = house.does(noor, newLead, lead({ name: " ", email: "nonsense" }));
    await expect(refused).rejects.toMatchObject({
      status: 422,
      facts: { errors: [{ pointer: "/name", problem: "required" }, { pointer: "/email" }] },
    });
  });

  test("is not wished on a day that is over", async () => {
    const refused = house.does(noor, newLead, lead({ requestedOn: "1999-01-01" }));
    await expect(refused).rejects.toMatchObject({
      status: 422,
      facts: { errors: [{ pointer: "/requestedOn", problem: "past-day" }] },
    });
  });

  test("is wished within three years", async () => {
    const far = { facts: { errors: [{ pointer: "/requestedOn", problem: "too-far-ahead" }] } };
    await expect(house.does(noor, newLead, lead({ requestedOn: "9999-12-31" }))).rejects.toMatchObject(far);
    const order = await house.does(noor, newLead, lead({ requestedOn: "2028-11-24" }));
    const change = { orderId: order.id, requestedOn: "2206-03-12" };
    await expect(house.does(noor, changeOrder, change)).rejects.toMatchObject(far);
  });

  test("is told all that is wrong with it at once", async () => {
    const wrong = { businessEntity: "elders", requestedOn: "1999-01-01", phone: "06 11 22" };
    await expect(house.does(noor, newLead, lead(wrong))).rejects.toMatchObject({
      facts: {
        errors: [
          { pointer: "/businessEntity" },
          { pointer: "/phone", problem: "not-phone" },
          { pointer: "/requestedOn" },
        ],
      },
    });
  });

  test("is not for people without the scope", async () => {
    await expect(house.does(fenna, newLead, lead())).rejects.toMatchObject({ status: 403 });
  });
});

describe("an order two people change", () => {
  test("keeps what the first one wrote, and tells the second", async () => {
    const { id: orderId } = await house.does(noor, newLead, lead({ notes: "Belt liever niet" }));
    const was = { notes: "Belt liever niet" };
    await house.does(noor, changeOrder, { orderId, notes: "Belt na zessen", was });
    await expect(
      house.does(noor, changeOrder, { orderId, notes: "Sleutel bij de buren", was }),
    ).rejects.toMatchObject({
      type: "platform/changed-meanwhile",
      status: 409,
      facts: { fields: ["notes"] },
    });
    const other = await house.does(noor, changeOrder, {
      orderId,
      priority: "high",
      was: { priority: "normal" },
    });
    expect(other).toMatchObject({ notes: "Belt na zessen", priority: "high" });
    const chosen = { orderId, notes: "Sleutel bij de buren", was: { notes: "Belt na zessen" } };
    expect(await house.does(noor, changeOrder, chosen)).toMatchObject({ notes: "Sleutel bij de buren" });
  });
});

describe("an order's status", () => {
  test("cannot skip a step, not by page, nor in the database itself", async () => {
    const order = await house.does(noor, newLead, lead());
    const skipped = house.works(automation("test"), (work) => moveOrder(work, order.id, "schedule"));
    await expect(skipped).rejects.toMatchObject({ type: "platform/illegal-move" });
    const inDatabase = sql`update orders set status = 'completed' where id = ${order.id}`.execute(
      house.platform.database.db,
    );
    await expect(inDatabase).rejects.toThrow(/illegal move of order: new_lead to completed/);
  });

  test("returns from a pause to where it was", async () => {
    const order = await house.does(noor, newLead, lead());
    const long = { category: "permits_pending", details: "Wacht op de VvE", resumeOn: "9999-01-01" } as const;
    await expect(house.does(noor, holdOrder, { orderId: order.id, ...long })).rejects.toMatchObject({
      facts: { errors: [{ pointer: "/resumeOn", problem: "too-far-ahead" }] },
    });
    const paused = await house.does(noor, holdOrder, {
      orderId: order.id,
      category: "permits_pending",
      details: "Wacht op de VvE",
    });
    expect(paused).toMatchObject({
      status: "on_hold",
      hold: { category: "permits_pending" },
      moves: { resume: { can: true } },
    });
    const resumed = await house.does(noor, resumeOrder, { orderId: order.id });
    expect(resumed).toMatchObject({ status: "new_lead", hold: null });
  });

  test("is cancelled only with a reason", async () => {
    const order = await house.does(noor, newLead, lead());
    await expect(house.does(noor, moveByHand, { orderId: order.id, move: "cancel" })).rejects.toMatchObject({
      status: 422,
    });
    const cancelled = await house.does(noor, moveByHand, {
      orderId: order.id,
      move: "cancel",
      reason: "duplicate",
    });
    expect(cancelled).toMatchObject({ status: "cancelled", cancelReason: "duplicate", moves: {} });
  });

  test("goes on the list of exceptions when its clock runs out, and off it when it moves", async () => {
    const order = await house.does(noor, newLead, lead());
    house.clock.forward("PT25H");
    await house.works(automation("clock"), flagOverdueOrders.run);
    await house.works(automation("clock"), flagOverdueOrders.run);
    const open = async () => {
      const { rows } = await house.asks(noor, exceptionsList, { kind: ["status_overdue"], limit: 200 });
      return rows.filter((row) => row.orderId === order.id).length;
    };
    expect(await open()).toBe(1);
    await house.works(automation("intake"), (work) => moveOrder(work, order.id, "sendIntake"));
    expect(await open()).toBe(0);
  });

  test("asks for somebody once: its clock is silent while something else of it is late, and speaks when that is dealt with", async () => {
    const order = await house.does(noor, newLead, lead());
    const open = async () => {
      await house.works(automation("clock"), flagOverdueOrders.run);
      const { rows } = await house.asks(noor, exceptionsList, { limit: 200 });
      return rows.filter((row) => row.orderId === order.id).map(({ kind }) => kind);
    };
    const about = { orderId: order.id, kind: "no_mail_address" };
    await house.works(noor, (work) => openException(work, { ...about, within: "PT20H" }));
    house.clock.forward("PT25H");
    expect(await open()).toEqual(["no_mail_address"]);
    await house.works(noor, (work) => settleExceptions(work, { ...about, resolution: "filled in" }));
    await house.works(noor, (work) => openException(work, { ...about, within: "PT48H" }));
    expect((await open()).toSorted()).toEqual(["no_mail_address", "status_overdue"]);
    house.clock.forward("PT49H");
    expect(await open()).toEqual(["no_mail_address"]);
    await house.works(noor, (work) => settleExceptions(work, { ...about, resolution: "filled in" }));
    expect(await open()).toEqual(["status_overdue"]);
  });
});

describe("the list of orders", () => {
  test("pages without gaps or doubles, in both directions of the sort", async () => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await house.asks(noor, ordersList, { sort: "-createdAt", limit: 3, cursor });
      seen.push(...page.rows.map((row) => row.number));
      cursor = page.next ?? undefined;
    } while (cursor);
    const up = await house.asks(noor, ordersList, { sort: "createdAt", limit: 200 });
    expect(seen).toEqual(up.rows.map((row) => row.number).toReversed());
    expect(new Set(seen).size).toBe(seen.length);
  });

  test.each(["anna", "3862KJ18", "BÉRG", "CC-2026-00001"])("finds by %s", async (search) => {
    const { rows } = await house.asks(noor, ordersList, { search });
    expect(rows.length).toBeGreaterThan(0);
  });
});

describe("the timeline", () => {
  test("tells in order what happened, and who did it", async () => {
    const order = await house.does(noor, newLead, lead());
    await house.works(automation("sales/intake"), (work) => moveOrder(work, order.id, "sendIntake"));
    const { rows } = await house.asks(noor, timelineOfOrder, { orderId: order.id });
    expect(rows.map((row) => [row.name, row.actorKind])).toEqual([
      ["orders/order-moved", "automation"],
      ["orders/order-created", "person"],
    ]);
  });
});
