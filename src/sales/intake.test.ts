import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { builtInAddressBook } from "#crm";
import { addTestEntities } from "#crm/testing";
import { messaging, outboxMailer } from "#messaging";
import { linesOf, moveOrder, ordering, orders } from "#orders";
import { automation } from "#platform";
import { type House, openHouse } from "#platform/testing";
import { fenna, noor } from "../../tests/cast.ts";
import { completeMyIntake, saveMyIntake } from "./actions/answerMyIntake.ts";
import { completeIntake, saveIntake, sendIntake } from "./actions/fillIntake.ts";
import { readyQuote, sendQuote, startQuote } from "./actions/moveQuote.ts";
import { sales } from "./index.ts";
import { intakeOfOrder, myIntake } from "./queries/intake.ts";
import { addTestArticles, addTestOrder, addTestPartner, linkHolder, type TestOrder } from "./testing.ts";

let house: House;
beforeAll(async () => {
  house = await openHouse([ordering, messaging, sales], {
    services: { addresses: builtInAddressBook, mailer: outboxMailer },
  });
  await house.works(automation("setup"), async (work) => {
    await addTestEntities(work);
    await addTestArticles(work);
  });
});
afterAll(() => house.close());

const make = async (given: TestOrder = {}) => {
  const order = await house.works(automation("test"), (work) => addTestOrder(work, given));
  await house.settles();
  return order;
};
const statusOf = async (orderId: string) => (await orders.byId(house.platform.database.db, orderId)).status;
const mailsOf = (orderId: string) =>
  house.platform.database.db
    .selectFrom("messages")
    .select(["template", "body"])
    .where("orderId", "=", orderId)
    .orderBy("createdAt")
    .orderBy("id")
    .execute();
const exceptionsOf = async (orderId: string) => {
  const rows = await house.platform.database.db
    .selectFrom("exceptions")
    .select(["kind", "key"])
    .where("orderId", "=", orderId)
    .where("resolvedAt", "is", null)
    .orderBy("kind")
    .execute();
  return rows.map(({ kind, key }) => (key ? `${kind}:${key}` : kind));
};

const answers = {
  house: { property: "owner_occupied", parking: "driveway" },
  cupboard: { connection: "3x25A", groups: "free" },
  route: { metres: 14, digging: true, diggingMetres: 5, walls: 1 },
  wishes: { guestUse: false, solarLink: true, remarks: "Graag 's ochtends" },
  address: { street: "Beukenlaan", houseNumber: 18, postalCode: "3862 kj", city: "Nijkerk", confirmed: true },
  photos: { photos: [] },
} as const;
const given = structuredClone(answers) as never as Parameters<
  typeof house.does<typeof saveMyIntake.endpoint>
>[2];

describe("the questions", () => {
  test("go to a new lead by mail, once, and the order follows", async () => {
    const order = await make();
    expect(await statusOf(order.id)).toBe("intake_sent");
    const [mail, ...more] = await mailsOf(order.id);
    expect(mail?.body).toMatch(/http:\/\/localhost:3000\/c\/[\w-]+\/intake/);
    expect(more).toEqual([]);
  });

  test("are asked by telephone where there is no mail address", async () => {
    const order = await make({ name: "Bertus Zonder Mail", email: null });
    expect(await statusOf(order.id)).toBe("new_lead");
    expect(await exceptionsOf(order.id)).toEqual(["intake_by_phone"]);
    await house.does(noor, saveIntake, { orderId: order.id, ...(given as object) });
    await house.does(noor, completeIntake, { orderId: order.id });
    const { intake } = await house.asks(noor, intakeOfOrder, { orderId: order.id });
    expect(intake).toMatchObject({ status: "completed", completedBy: "person" });
    expect(await exceptionsOf(order.id)).not.toContain("intake_by_phone");
  });

  test("keep every step at once, and go on where somebody stopped", async () => {
    const order = await make({ name: "Carla Smit" });
    const carla = linkHolder(order);
    await house.does(carla, saveMyIntake, { house: { property: "rented" } });
    await house.does(carla, saveMyIntake, { house: answers.house });
    await house.does(carla, saveMyIntake, { cupboard: answers.cupboard });
    await house.does(carla, saveMyIntake, { cupboard: answers.cupboard });
    const kept = await house.asks(carla, myIntake, {});
    expect(kept).toMatchObject({
      status: "started",
      answers: { house: answers.house, cupboard: answers.cupboard },
      done: ["house", "cupboard"],
      address: { postalCode: "3862KJ" },
    });
  });

  test("cannot be closed with something open, and say what", async () => {
    const order = await make({ name: "Dirk Open" });
    await house.does(linkHolder(order), saveMyIntake, { house: { property: "rented" } });
    await expect(house.does(linkHolder(order), completeMyIntake, {})).rejects.toMatchObject({
      type: "sales/intake-incomplete",
      facts: { missing: expect.arrayContaining(["house.parking", "cupboard.connection"]) },
    });
  });

  test("cannot say yes to an address that is not there", async () => {
    const order = await make({ name: "Dora Nergens" });
    const dora = linkHolder(order);
    const nowhere = { postalCode: " ", houseNumber: "", street: "", city: "", confirmed: true };
    await house.does(dora, saveMyIntake, { ...(given as object), address: nowhere });
    await expect(house.does(dora, completeMyIntake, {})).rejects.toMatchObject({
      type: "sales/intake-incomplete",
      facts: { missing: ["address.houseNumber", "address.postalCode"] },
    });
    await house.does(dora, saveMyIntake, { address: { ...nowhere, postalCode: "3862KJ", houseNumber: 18 } });
    expect(await house.does(dora, completeMyIntake, {})).toMatchObject({ status: "completed" });
  });

  test("are not answered by the link of another order, nor with somebody else's photo", async () => {
    const [one, other] = [await make({ name: "Els Een" }), await make({ name: "Fred Ander" })];
    await house.does(linkHolder(one), saveMyIntake, { house: answers.house });
    expect((await house.asks(linkHolder(other), myIntake, {})).answers).toEqual({});
    const photo = { fileId: "0190f000-0000-7000-8000-00000000bbbb", kind: "electrical-panel" as const };
    const refused = house.does(linkHolder(one), saveMyIntake, { photos: { photos: [photo] } });
    await expect(refused).rejects.toMatchObject({ type: "sales/unknown-photo" });
  });

  test("become lines of the end customer; an article that is missing waits for a person", async () => {
    const partner = await house.works(automation("test"), (work) => addTestPartner(work, "Polder Energie"));
    const order = await make({
      name: "Gerda Lijn",
      partner,
      lines: [{ number: "LAD-0011", payer: "partner", origin: "partner" }],
    });
    const gerda = linkHolder(order);
    await house.does(gerda, saveMyIntake, given);
    await house.does(gerda, completeMyIntake, {});
    await house.does(gerda, completeMyIntake, {});
    await house.settles();
    const lines = await linesOf(house.platform.database.db, order.id);
    expect(
      lines.map(({ articleNumber, quantity, billedToId }) => [articleNumber, quantity, billedToId]),
    ).toEqual([
      ["LAD-0011", 1, partner.id],
      ["DNS-0031", 4, order.endCustomerId],
      ["DNS-0020", 1, order.endCustomerId],
      ["DNS-0021", 1, order.endCustomerId],
    ]);
    expect(await exceptionsOf(order.id)).toContain("unknown_article:DNS-0030");
    expect(await orders.byId(house.platform.database.db, order.id)).toMatchObject({
      notes: "Graag 's ochtends",
    });
    await expect(house.does(gerda, saveMyIntake, given)).rejects.toMatchObject({
      type: "sales/intake-closed",
    });
  });

  test("bring no quote out by themselves when nobody said what is wanted", async () => {
    const order = await make({ name: "Lies Zonder" });
    const lies = linkHolder(order);
    await house.does(lies, saveMyIntake, { ...given, route: { metres: 4, digging: false, walls: 0 } });
    await house.does(lies, completeMyIntake, {});
    await house.settles();
    expect(await statusOf(order.id)).toBe("quote_draft");
    expect(await exceptionsOf(order.id)).toEqual(["quote_to_check"]);
    expect((await mailsOf(order.id)).map(({ template }) => template)).not.toContain("sales/quote-to-sign");
  });

  test("correct the address, and settle what was flagged about it", async () => {
    const order = await make({ name: "Hilde Straat" });
    const hilde = linkHolder(order);
    const address = { ...answers.address, houseNumber: 20 };
    await house.does(hilde, saveMyIntake, { ...(given as object), address });
    await house.does(hilde, completeMyIntake, {});
    const { address: now } = await house.asks(hilde, myIntake, {});
    expect(now).toMatchObject({ houseNumber: 20, postalCode: "3862KJ" });
  });

  test("are repeated three times, and then somebody calls", async () => {
    const order = await make({ name: "Ivo Stil" });
    house.clock.forward("PT84H");
    await house.settles();
    const templates = async () => (await mailsOf(order.id)).map(({ template }) => template);
    expect(await templates()).toEqual(["sales/intake-invitation", "sales/intake-reminder"]);
    house.clock.forward("PT78H");
    await house.settles();
    expect((await templates()).at(-1)).toBe("sales/intake-last-reminder");
    expect(await templates()).toHaveLength(4);
    expect(await exceptionsOf(order.id)).toEqual([]);
    house.clock.forward("PT6H");
    await house.settles();
    expect(await exceptionsOf(order.id)).toEqual(["intake_expired"]);
    await house.does(noor, sendIntake, { orderId: order.id });
    expect(await exceptionsOf(order.id)).toEqual([]);
  });

  test("are mailed once by a double click or two tabs, and again later or to a corrected address", async () => {
    const order = await make({ name: "Kim Dubbel" });
    const invitations = async () =>
      (await mailsOf(order.id)).filter(({ template }) => template === "sales/intake-invitation").length;
    expect(await invitations()).toBe(1);
    house.clock.forward("PT10M");
    const twice = await Promise.allSettled(
      [1, 2].map(() => house.does(noor, sendIntake, { orderId: order.id })),
    );
    expect(twice.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(twice.find(({ status }) => status === "rejected")).toMatchObject({
      reason: { type: "sales/intake-just-sent", status: 409 },
    });
    expect(await invitations()).toBe(2);

    const { db } = house.platform.database;
    await db
      .updateTable("contacts")
      .set({ email: "kim.verbeterd@example.org" })
      .where("id", "=", order.contactId)
      .execute();
    house.clock.forward("PT5S");
    await house.does(noor, sendIntake, { orderId: order.id });
    expect(await invitations()).toBe(3);
    house.clock.forward("PT2M");
    await house.does(noor, sendIntake, { orderId: order.id });
    expect(await invitations()).toBe(4);
  });

  test("are left alone by people without the scope, and closed when the order is cancelled", async () => {
    const order = await make({ name: "Jet Recht" });
    const refused = house.does(fenna, sendIntake, { orderId: order.id });
    await expect(refused).rejects.toMatchObject({ status: 403 });
    await house.works(automation("test"), (work) =>
      moveOrder(work, order.id, "cancel", { reason: "duplicate" }),
    );
    const late = house.does(linkHolder(order), saveMyIntake, { house: answers.house });
    await expect(late).rejects.toMatchObject({ type: "sales/order-over" });
  });

  test("answered after the quote went out leave it as it is, and a person compares", async () => {
    const order = await make({ name: "Leo Laat", lines: [{ number: "DNS-0003" }] });
    const leo = linkHolder(order);
    await house.does(noor, startQuote, { orderId: order.id });
    await house.does(noor, readyQuote, { orderId: order.id });
    await house.does(noor, sendQuote, { orderId: order.id });
    await house.does(leo, saveMyIntake, given);
    await house.does(leo, completeMyIntake, {});
    expect(await linesOf(house.platform.database.db, order.id)).toHaveLength(1);
    expect(await exceptionsOf(order.id)).toEqual(["quote_to_check"]);
    expect(await statusOf(order.id)).toBe("quote_sent");
  });

  test("that were answered during a pause count when the order is taken up again", async () => {
    const order = await make({ name: "Karel Pauze" });
    await house.works(automation("test"), (work) =>
      moveOrder(work, order.id, "hold", { reason: "vakantie" }),
    );
    await house.does(linkHolder(order), saveMyIntake, given);
    await house.does(linkHolder(order), completeMyIntake, {});
    expect(await statusOf(order.id)).toBe("on_hold");
    await house.works(automation("test"), (work) => moveOrder(work, order.id, "resume:intake_sent"));
    await house.settles();
    expect(await statusOf(order.id)).toBe("quote_draft");
  });
});
