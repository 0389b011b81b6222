import { afterAll, describe, expect, test } from "vitest";
import { orders } from "#orders";
import { automation } from "#platform";
import { fenna, noor } from "../../tests/cast.ts";
import { checkOrder } from "./actions/checkOrder.ts";
import { closeUnbilled } from "./actions/closeUnbilled.ts";
import { reopenCheck } from "./actions/reopenCheck.ts";
import { openBillingHouse, type TestLine } from "./testHouse.ts";

const { house, finishedOrder, invoicesOf } = await openBillingHouse();
afterAll(() => house.close());
const { db } = house.platform.database;

const warranty: readonly TestLine[] = [
  { description: "Storing onder garantie", quantity: 1, unitPriceCents: 0, payer: "customer" },
];
const takenAway: readonly TestLine[] = [
  { description: "Voorrijden", quantity: 1, unitPriceCents: 75_00, payer: "partner" },
  { description: "Coulance", quantity: 1, unitPriceCents: -75_00, payer: "partner" },
];
const reason = "Valt onder garantie";

const standOf = async (orderId: string) => {
  const { billingState, closedAt } = await orders.byId(db, orderId);
  const waiting = await db
    .selectFrom("exceptions")
    .select("kind")
    .where("orderId", "=", orderId)
    .where("resolvedAt", "is", null)
    .execute();
  return { billingState, isClosed: closedAt !== null, waits: waiting.map(({ kind }) => kind) };
};
const eventsOf = async (orderId: string) =>
  (
    await db
      .selectFrom("events")
      .select(["name", "payload"])
      .where("orderId", "=", orderId)
      .orderBy("id")
      .execute()
  ).filter(({ name }) => name.startsWith("billing/"));

const toCheck = async (name: string, lines: readonly TestLine[]) => {
  const { orderId } = await finishedOrder(name, "chargecars", lines);
  await house.settles();
  return orderId;
};

describe("a finished order of which nobody pays anything", () => {
  test.each([
    ["has no lines", "Gerda Garantie", []],
    ["costs nothing", "Hans Garantie", warranty],
    ["takes away again what it charges", "Ina Coulance", takenAway],
  ])("is closed by the office with a reason when it %s", async (_, name, lines) => {
    const orderId = await toCheck(name, lines);
    expect(await standOf(orderId)).toEqual({
      billingState: "to_check",
      isClosed: false,
      waits: ["order_to_check"],
    });
    await expect(house.does(fenna, checkOrder, { orderId })).rejects.toMatchObject({
      type: "billing/nothing-to-invoice",
    });

    const closed = await house.does(fenna, closeUnbilled, { orderId, reason });
    expect(closed).toEqual({ orderId, billingState: "nothing_to_bill", closedAt: house.clock.now() });
    expect(await standOf(orderId)).toEqual({ billingState: "nothing_to_bill", isClosed: true, waits: [] });
    expect(await invoicesOf(orderId)).toEqual([]);
    expect(await eventsOf(orderId)).toMatchObject([
      { name: "billing/order-closed-unbilled", payload: { reason } },
    ]);
    const line = await db
      .selectFrom("auditLines")
      .select(["changes", "reason", "actorName"])
      .where("orderId", "=", orderId)
      .where("action", "=", "billing.closeUnbilled")
      .executeTakeFirstOrThrow();
    expect(line).toEqual({
      changes: { billingState: ["to_check", "nothing_to_bill"] },
      reason,
      actorName: fenna.name,
    });
  });

  test("can be taken back, and is to be checked again", async () => {
    const orderId = await toCheck("Jos Toch Niet", warranty);
    await house.does(fenna, closeUnbilled, { orderId, reason });
    await house.does(fenna, reopenCheck, { orderId });
    expect(await standOf(orderId)).toEqual({
      billingState: "to_check",
      isClosed: false,
      waits: ["order_to_check"],
    });
    await expect(house.does(fenna, reopenCheck, { orderId })).rejects.toMatchObject({
      type: "billing/not-closed-unbilled",
    });
  });

  test("is closed once by two people at once, and the second hears no complaint", async () => {
    const orderId = await toCheck("Kees Dubbel", []);
    await Promise.all([1, 2].map(() => house.does(fenna, closeUnbilled, { orderId, reason })));
    expect(await eventsOf(orderId)).toHaveLength(1);
  });

  test("closes by itself where the entity bills by itself", async () => {
    const { orderId } = await finishedOrder("Lia Vanzelf", "laderthuis", warranty);
    await house.settles();
    expect(await standOf(orderId)).toEqual({ billingState: "nothing_to_bill", isClosed: true, waits: [] });
    expect(await eventsOf(orderId)).toMatchObject([
      { name: "billing/order-closed-unbilled", payload: { reason: null } },
    ]);
  });

  test("waits for the office where the entity bills by itself but the crew handed nothing over", async () => {
    const { orderId } = await finishedOrder("Mo Zonder Bewijs", "laderthuis", warranty);
    await house.works(automation("test"), async ({ tx, now }) => {
      const visit = await tx
        .insertInto("visits")
        .values({
          orderId,
          number: "B-T-1",
          sequence: 1,
          kind: "service",
          status: "planned",
          minutes: 60,
          createdAt: now,
          updatedAt: now,
        })
        .returning("id")
        .executeTakeFirstOrThrow();
      await tx
        .insertInto("workOrders")
        .values({
          number: "WO-T-1",
          visitId: visit.id,
          orderId,
          status: "created",
          jobKind: "service",
          createdAt: now,
          updatedAt: now,
        })
        .execute();
    });
    await house.settles();
    expect(await standOf(orderId)).toEqual({
      billingState: "to_check",
      isClosed: false,
      waits: ["order_to_check"],
    });
  });

  test("may be closed by whoever may invoice, and by nobody else", async () => {
    const orderId = await toCheck("Nel Mag Niet", []);
    await expect(house.does(noor, closeUnbilled, { orderId, reason })).rejects.toMatchObject({ status: 403 });
    await house.does(fenna, closeUnbilled, { orderId, reason });
    await expect(house.does(noor, reopenCheck, { orderId })).rejects.toMatchObject({ status: 403 });
  });
});

describe("a finished order with something to bill", () => {
  const unknown: TestLine = { description: "Extra kabel", quantity: 1, payer: "customer" };
  const free: TestLine = { description: "Gratis", quantity: 1, unitPriceCents: 0, payer: "partner" };
  const cents: TestLine = { description: "Eén cent", quantity: 1, unitPriceCents: 1, payer: "customer" };

  test.each([
    ["one payer pays a cent", "Otto Cent", [free, cents], "billing/something-to-invoice"],
    ["a line has no price yet", "Piet Onbekend", [free, unknown], "billing/line-without-price"],
    [
      "one pays what another gets",
      "Quirine Ruil",
      [
        { ...cents, unitPriceCents: -1 },
        { ...cents, payer: "partner" as const },
      ],
      "billing/something-to-invoice",
    ],
  ])("is not closed when %s, by the database neither", async (_, name, lines, type) => {
    const orderId = await toCheck(name, lines);
    await expect(house.does(fenna, closeUnbilled, { orderId, reason })).rejects.toMatchObject({ type });
    const closing = db
      .updateTable("orders")
      .set({ billingState: "nothing_to_bill" })
      .where("id", "=", orderId)
      .execute();
    await expect(closing).rejects.toMatchObject({ code: "23514" });
    expect((await standOf(orderId)).isClosed).toBe(false);
  });

  test("is not closed after it was invoiced", async () => {
    const { orderId } = await finishedOrder("Riet Betaalt");
    await house.does(fenna, checkOrder, { orderId });
    await expect(house.does(fenna, closeUnbilled, { orderId, reason })).rejects.toMatchObject({
      type: "billing/something-to-invoice",
    });
  });

  test("waits for the office where a line has no price, also where the entity bills by itself", async () => {
    const { orderId } = await finishedOrder("Sjef Onbekend", "laderthuis", [cents, unknown]);
    await house.settles();
    expect((await standOf(orderId)).waits).toEqual(["order_to_check"]);
  });
});
