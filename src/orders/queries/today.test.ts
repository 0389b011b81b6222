import { afterAll, beforeAll, expect, test } from "vitest";
import { builtInAddressBook } from "#crm";
import { addTestEntities } from "#crm/testing";
import { automation } from "#platform";
import { type House, openHouse } from "#platform/testing";
import { noor } from "../../../tests/cast.ts";
import { newLead } from "../actions/newLead.ts";
import { openException } from "../exceptionStore.ts";
import { ordering } from "../index.ts";
import { moveOrder } from "../orderStore.ts";
import { exceptionsByKind, exceptionsList } from "./exceptions.ts";
import { todayInNumbers } from "./today.ts";

let house: House;
beforeAll(async () => {
  house = await openHouse([ordering], { services: { addresses: builtInAddressBook } });
  await house.works(automation("setup"), addTestEntities);
});
afterAll(() => house.close());

test("today counts what stands where, also for one entity, and steps made without staff", async () => {
  const lead = { businessEntity: "chargecars", name: "Anna Visser", address: { postalCode: "41011 KB" } };
  const { id } = await house.does(noor, newLead, lead);
  await house.does(noor, newLead, lead);
  await house.works(automation("intake"), (work) => moveOrder(work, id, "sendIntake"));
  house.clock.forward("PT25H");
  const today = await house.asks(noor, todayInNumbers, {});
  expect(today).toMatchObject({ exceptions: 2, overdue: 1, automation: { withoutStaff: 1 } });
  expect(today.statuses).toContainEqual({ status: "intake_sent", count: 1 });
  const elsewhere = await house.asks(noor, todayInNumbers, { businessEntity: "laderthuis" });
  expect(elsewhere).toMatchObject({ exceptions: 0, overdue: 0, automation: { steps: 0 } });
  const { rows } = await house.asks(noor, exceptionsList, { mine: true });
  expect(rows).toHaveLength(0);
});

test("what waits for somebody comes by kind, the worst first, with the first three of each", async () => {
  const entity = "laderthuis";
  const { id } = await house.does(noor, newLead, { businessEntity: entity, name: "Bo Wacht" });
  const open = (kind: string, key: string, within: string) =>
    house.works(automation("test"), (work) => openException(work, { orderId: id, kind, key, within }));
  for (const day of [5, 2, 4, 3]) await open("unknown_sku", String(day), `P${day}D`);
  await open("intake_by_phone", "", "P9D");
  await open("no_slot", "", "P1D");
  const { kinds } = await house.asks(noor, exceptionsByKind, { businessEntity: entity });
  expect(kinds.map(({ kind, count }) => [kind, count])).toEqual([
    ["no_slot", 1],
    ["unknown_sku", 4],
    ["intake_by_phone", 1],
  ]);
  expect(kinds[1]!.first.map(({ key }) => key)).toEqual(["2", "3", "4"]);
  expect(await house.asks(noor, exceptionsByKind, { businessEntity: entity, mine: true })).toEqual({
    kinds: [],
  });
});
