import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { automation, type Person } from "#platform";
import { type House, openHouse } from "#platform/testing";
import { fenna, noor, ravi } from "../../../tests/cast.ts";
import { views } from "./capability.ts";
import { changeView, removeView, savedViews, saveView, setDefaultView } from "./savedViews.ts";

const sunny = "0190f000-0000-7000-8000-0000000000a1";
const windy = "0190f000-0000-7000-8000-0000000000a2";
const externalOf = (organizationId: string, userId: string): Person => ({
  ...ravi,
  userId,
  organizationId,
  organizationIds: [organizationId],
});
const rita = externalOf(sunny, "0190f000-0000-7000-8000-0000000000b1");
const remi = externalOf(sunny, "0190f000-0000-7000-8000-0000000000b2");
const wim = externalOf(windy, "0190f000-0000-7000-8000-0000000000b3");

let house: House;
beforeAll(async () => {
  house = await openHouse([views]);
  await house.works(automation("setup"), async ({ tx }) => {
    for (const { userId, name, role, organizationId } of [noor, fenna, rita, remi, wim])
      await tx
        .insertInto("users")
        .values({ id: userId, name, email: `${userId}@example.org`, role, organizationId })
        .execute();
  });
});
afterAll(() => house.close());

const list = "orders";
const namesFor = async (actor: Person) =>
  (await house.asks(actor, savedViews, { list })).rows.map(({ name }) => name);

describe("a saved view", () => {
  test("is one's own until it is shared, and then of everybody in the house but of no partner", async () => {
    const view = await house.does(noor, saveView, { list, name: "Te laat", filters: { overdue: "true" } });
    expect(view).toMatchObject({ filters: { overdue: "true" }, isMine: true, shared: false });
    expect(await namesFor(fenna)).toEqual([]);
    await house.does(noor, changeView, { viewId: view.id, shared: true });
    const { rows } = await house.asks(fenna, savedViews, { list });
    expect(rows).toMatchObject([{ name: "Te laat", isMine: false, ownerName: noor.name }]);
    expect(await namesFor(rita)).toEqual([]);
    expect((await house.asks(fenna, savedViews, { list: "invoices" })).rows).toEqual([]);
  });

  test("of a partner is shared within that partner", async () => {
    await house.does(rita, saveView, { list, name: "Onze leads", filters: {}, shared: true });
    expect(await namesFor(remi)).toEqual(["Onze leads"]);
    expect(await namesFor(wim)).toEqual([]);
    expect(await namesFor(noor)).not.toContain("Onze leads");
  });

  test("takes new filters under the same name, however it is written", async () => {
    await house.does(fenna, saveView, { list, name: "Mijn week", filters: { status: "planning" } });
    await house.does(fenna, saveView, { list, name: "mijn week", filters: { status: "scheduled" } });
    const { rows } = await house.asks(fenna, savedViews, { list });
    expect(rows.filter(({ isMine }) => isMine)).toMatchObject([{ filters: { status: "scheduled" } }]);
  });

  test("is renamed and removed by who made it only, to a name that is free", async () => {
    const first = await house.does(fenna, saveView, { list, name: "Een", filters: {}, shared: true });
    await house.does(fenna, saveView, { list, name: "Twee", filters: {} });
    const taken = house.does(fenna, changeView, { viewId: first.id, name: "TWEE" });
    await expect(taken).rejects.toMatchObject({
      facts: { errors: [{ pointer: "/name", problem: "taken" }] },
    });
    expect(await house.does(fenna, changeView, { viewId: first.id, name: "Drie" })).toMatchObject({
      name: "Drie",
    });
    const other = house.does(noor, removeView, { viewId: first.id });
    await expect(other).rejects.toMatchObject({ status: 404 });
    await house.does(fenna, removeView, { viewId: first.id });
    expect(await namesFor(noor)).not.toContain("Drie");
  });

  test("can be the one a list opens with, for oneself, as long as one may see it", async () => {
    const view = await house.does(noor, saveView, { list, name: "Voor allen", filters: {}, shared: true });
    await house.does(fenna, setDefaultView, { list, viewId: view.id });
    const defaultOf = async (actor: Person) =>
      (await house.asks(actor, savedViews, { list })).rows.find(({ isDefault }) => isDefault)?.name;
    expect(await defaultOf(fenna)).toBe("Voor allen");
    expect(await defaultOf(noor)).toBeUndefined();
    const stranger = house.does(wim, setDefaultView, { list, viewId: view.id });
    await expect(stranger).rejects.toMatchObject({ status: 404 });
    await house.does(noor, changeView, { viewId: view.id, shared: false });
    expect(await defaultOf(fenna)).toBeUndefined();
    await house.does(noor, setDefaultView, { list, viewId: view.id });
    await house.does(noor, setDefaultView, { list, viewId: null });
    expect(await defaultOf(noor)).toBeUndefined();
  });

  test("refuses too much of everything, by field", async () => {
    const many = Object.fromEntries(Array.from({ length: 50 }, (_, index) => [`f${index}`, "x"]));
    const asked = { list, name: "x".repeat(61), filters: many };
    await expect(house.does(noor, saveView, asked)).rejects.toMatchObject({
      facts: { errors: [{ pointer: "/name" }, { pointer: "/filters" }] },
    });
  });
});
