import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { builtInAddressBook } from "#crm";
import { addTestEntities } from "#crm/testing";
import { automation, type LinkHolder } from "#platform";
import { type House, openHouse } from "#platform/testing";
import { ada, noor, ravi } from "../../tests/cast.ts";
import { newLead } from "./actions/newLead.ts";
import { tuneStatusSetting } from "./actions/tuneStatusSetting.ts";
import { ordering, orders, statusForCustomer } from "./index.ts";
import { flagOverdueOrders } from "./overdue.ts";
import { orderForCustomer } from "./queries/orderForCustomer.ts";
import { statusSettings } from "./queries/statusSettings.ts";

let house: House;
beforeAll(async () => {
  house = await openHouse([ordering], { services: { addresses: builtInAddressBook } });
  await house.works(automation("setup"), (work) => addTestEntities(work));
});
afterAll(() => house.close());

let leads = 0;
const lead = async () => {
  leads += 1;
  const made = await house.does(noor, newLead, {
    businessEntity: "chargecars",
    name: `Anna van den Berg ${leads}`,
    email: `anna${leads}@example.org`,
  });
  return orders.byId(house.platform.database.db, made.id);
};
const openOverdue = async (orderId: string) => {
  const { db } = house.platform.database;
  const rows = await db
    .selectFrom("exceptions")
    .select("id")
    .where("orderId", "=", orderId)
    .where("kind", "=", "status_overdue")
    .where("resolvedAt", "is", null)
    .execute();
  return rows.length;
};
const tune = (changes: object) => house.does(ada, tuneStatusSetting, { status: "new_lead", ...changes });
const own = {
  labelNl: null,
  labelEn: null,
  customerLabelNl: null,
  customerLabelEn: null,
  tone: null,
  withinHours: null,
};

describe("a status", () => {
  test("has the product's words, colour and clock until the office tunes them", async () => {
    const { rows } = await house.asks(noor, statusSettings, {});
    expect(rows.find(({ status }) => status === "new_lead")).toMatchObject({ ...own, ownHours: 24 });
    expect(rows.find(({ status }) => status === "scheduled")).toMatchObject({ ownHours: null });
    expect(await lead()).toMatchObject({ statusDue: "2026-03-03T08:00:00.000Z" });
  });

  test("keeps no row and tells nobody when nothing of it changes", async () => {
    await tune({ labelNl: null, withinHours: null });
    await tune({});
    const { db } = house.platform.database;
    expect(await db.selectFrom("orderStatusSettings").selectAll().execute()).toEqual([]);
    const told = db.selectFrom("auditLines").select("id").where("action", "=", "orders.tuneStatus");
    expect(await told.execute()).toEqual([]);
  });

  test("starts the tuned clock for new orders and those that stand in it, and takes the late ones off the list", async () => {
    const order = await lead();
    house.clock.forward("PT30H");
    await house.works(automation("clock"), (work) => flagOverdueOrders.run(work));
    expect(await openOverdue(order.id)).toBe(1);
    await tune({ withinHours: 48 });
    expect(await orders.byId(house.platform.database.db, order.id)).toMatchObject({
      statusDue: "2026-03-04T08:00:00.000Z",
    });
    expect(await openOverdue(order.id)).toBe(0);
    expect(await lead()).toMatchObject({ statusDue: "2026-03-05T14:00:00.000Z" });
    await tune({ withinHours: 0 });
    expect(await lead()).toMatchObject({ statusDue: null });
  });

  test("is called as the office says, for the house and for the customer, until it is reset", async () => {
    const order = await lead();
    const customer: LinkHolder = {
      kind: "customer",
      linkId: order.id,
      purpose: "order",
      orderId: order.id,
      contactId: order.contactId,
      organizationId: order.endCustomerId,
    };
    expect((await house.asks(customer, orderForCustomer, {})).tunedLabel).toBeNull();
    await tune({ labelNl: "Aanvraag", customerLabelNl: "Wij hebben uw aanvraag", tone: "info" });
    const seen = await house.asks(customer, orderForCustomer, {});
    expect(seen.tunedLabel).toEqual({ nl: "Wij hebben uw aanvraag", en: "We are working on your request" });
    const { db } = house.platform.database;
    expect((await statusForCustomer(db, "new_lead")).nl).toBe("Wij hebben uw aanvraag");
    const partner = { ...ravi, organizationId: order.accountId, organizationIds: [order.accountId] };
    const { rows } = await house.asks(partner, statusSettings, {});
    expect(rows[0]).toMatchObject({ status: "new_lead", labelNl: "Aanvraag", tone: "info" });
    expect(await tune(own)).toMatchObject(own);
    expect((await house.asks(customer, orderForCustomer, {})).tunedLabel).toBeNull();
  });

  test("is tuned by whoever keeps the settings, with words that say something", async () => {
    const asked = { status: "planning", labelNl: "Wacht op planning" } as const;
    await expect(house.does(noor, tuneStatusSetting, asked)).rejects.toMatchObject({ status: 403 });
    const empty = house.does(ada, tuneStatusSetting, { ...asked, labelNl: "" });
    await expect(empty).rejects.toMatchObject({ facts: { errors: [{ pointer: "/labelNl" }] } });
    const far = house.does(ada, tuneStatusSetting, { ...asked, withinHours: -1 });
    await expect(far).rejects.toMatchObject({ facts: { errors: [{ pointer: "/withinHours" }] } });
  });
});
