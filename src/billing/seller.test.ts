import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { changeBusinessEntity } from "#crm";
import { ada, fenna } from "../../tests/cast.ts";
import { checkOrder } from "./actions/checkOrder.ts";
import { openBillingHouse } from "./testHouse.ts";

const { house, finishedOrder, invoicesOf } = await openBillingHouse();
afterAll(() => house.close());

const whole = {
  iban: "NL62TEST0000001000",
  vatNumber: "NL990001000B01",
  kvkNumber: "99001000",
  addressLines: ["Voorbeeldweg 1", "3861 AB Nijkerk"],
};
const set = (code: string, facts: object) =>
  house.does(ada, changeBusinessEntity, { code, ...whole, ...facts });
const waiting = (orderId: string) =>
  house.platform.database.db
    .selectFrom("exceptions")
    .select("facts")
    .where("orderId", "=", orderId)
    .where("kind", "=", "seller_incomplete")
    .where("resolvedAt", "is", null)
    .execute();

describe("an invoice of an entity that does not say who it is", () => {
  beforeEach(async () => {
    await set("chargecars", {});
    await set("laderthuis", {});
    await house.settles();
  });

  test.each([
    ["iban", { iban: "" }],
    ["vatNumber", { vatNumber: "" }],
    ["kvkNumber", { kvkNumber: null }],
    ["addressLines", { addressLines: [" "] }],
  ])("is refused for want of %s, and stands in the list", async (field, facts) => {
    const { orderId } = await finishedOrder(`Lia ${field}`);
    await set("chargecars", facts);
    await expect(house.does(fenna, checkOrder, { orderId })).rejects.toMatchObject({
      type: "billing/seller-incomplete",
      status: 409,
      facts: { name: "ChargeCars", fields: [field] },
    });
    expect(await invoicesOf(orderId)).toEqual([]);
    expect(await waiting(orderId)).toMatchObject([{ facts: { name: "ChargeCars", fields: [field] } }]);
    // Filled in, it waits for nothing but the check the office makes here.
    await set("chargecars", {});
    await house.settles();
    expect(await waiting(orderId)).toEqual([]);
  });

  test("goes by itself once that is filled in, and uses no number before", async () => {
    await set("laderthuis", { iban: "", kvkNumber: "" });
    const { orderId } = await finishedOrder("Mo Vanzelf", "laderthuis");
    await house.settles();
    expect(await invoicesOf(orderId)).toEqual([]);
    expect(await waiting(orderId)).toMatchObject([{ facts: { fields: ["kvkNumber", "iban"] } }]);
    await set("laderthuis", { iban: "" });
    await house.settles();
    expect(await waiting(orderId)).toHaveLength(1);
    await set("laderthuis", {});
    await house.settles();
    expect(await waiting(orderId)).toEqual([]);
    const sent = await invoicesOf(orderId);
    expect(sent.map(({ status }) => status)).toEqual(["sent", "sent"]);
    expect(new Set(sent.map(({ number }) => number))).toEqual(
      new Set(["LT-INV-2026-00001", "LT-INV-2026-00002"]),
    );
  });
});

describe("the numbers of an entity", () => {
  test("are kept as they are written officially, however they were typed", async () => {
    const kept = await set("chargecars", {
      iban: " nl62 test 0000 0010 00",
      vatNumber: "NL 9900.01.000.B01",
      kvkNumber: "9900 1000",
    });
    expect(kept).toMatchObject(whole);
    expect(await set("chargecars", { phone: "088 411 1000" })).toMatchObject({ phone: "+31884111000" });
    expect(await set("chargecars", { phone: "" })).toMatchObject({ phone: null });
  });

  test("are refused all at once, each at its field", async () => {
    const wrong = { vatNumber: "123456789", kvkNumber: "1234567", phone: "06 11 22" };
    await expect(set("chargecars", wrong)).rejects.toMatchObject({
      facts: {
        errors: [{ pointer: "/phone" }, { pointer: "/vatNumber" }, { pointer: "/kvkNumber" }],
      },
    });
    // Also with what can be seen without knowing the country.
    const looks = { iban: "NL63TEST0000001000", mailAddress: "geen adres", paymentDays: 500 };
    await expect(set("chargecars", { ...wrong, ...looks })).rejects.toMatchObject({
      facts: {
        errors: [
          { pointer: "/paymentDays", problem: "too-big" },
          { pointer: "/mailAddress", problem: "not-email" },
          { pointer: "/iban", problem: "not-iban" },
          { pointer: "/phone", problem: "not-phone" },
          { pointer: "/vatNumber", problem: "not-vat-number" },
          { pointer: "/kvkNumber", problem: "not-kvk-number" },
        ],
      },
    });
  });

  test.each([
    ["/iban", { iban: "NL63TEST0000001000" }],
    ["/iban", { iban: "NL62TEST00000010" }],
    ["/iban", { iban: "niet bekend" }],
    ["/vatNumber", { vatNumber: "123456789" }],
    ["/kvkNumber", { kvkNumber: "1234567" }],
    ["/phone", { phone: "bel maar" }],
  ])("are refused at the field when they cannot be right: %s", async (pointer, facts) => {
    await expect(set("chargecars", facts)).rejects.toMatchObject({
      status: 422,
      facts: { errors: [{ pointer }] },
    });
  });
});
