import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { builtInAddressBook } from "#crm";
import { addTestEntities } from "#crm/testing";
import { automation, type Work } from "#platform";
import { type House, openHouse } from "#platform/testing";
import { noor } from "../../tests/cast.ts";
import { newLead } from "./actions/newLead.ts";
import { ordering } from "./index.ts";
import { addLines } from "./lineStore.ts";
import { moveOrder, orders } from "./orderStore.ts";

let house: House;
let orderId: string;
beforeAll(async () => {
  house = await openHouse([ordering], { services: { addresses: builtInAddressBook } });
  await house.works(automation("setup"), addTestEntities);
});
afterAll(() => house.close());
beforeAll(async () => {
  const lead = { businessEntity: "chargecars", name: "Anna van den Berg", phone: "0688412207" };
  orderId = (await house.does(noor, newLead, lead)).id;
});

const inWork = <T>(handle: (work: Work) => Promise<T>) => house.works(noor, handle);

describe("an order that a transaction holds", () => {
  test("is as it was changed in it, by whichever way", async () => {
    await inWork(async (work) => {
      const { tx } = work;
      expect(await orders.lock(tx, orderId)).toMatchObject({ status: "new_lead", notes: null });
      await orders.change(work, orderId, { notes: "Belt na vijven" });
      expect(await orders.byId(tx, orderId)).toMatchObject({ notes: "Belt na vijven" });
      await moveOrder(work, orderId, "cancel", { reason: "Ziet ervan af" });
      expect(await orders.lock(tx, orderId)).toMatchObject({ status: "cancelled", statusSince: work.now });
    });
    expect(await orders.byId(house.platform.database.db, orderId)).toMatchObject({ status: "cancelled" });
  });

  test("has the total of the lines that came in it, and is found by what its search reads", async () => {
    await inWork(async (work) => {
      const order = await orders.lock(work.tx, orderId);
      const line = { quantity: 2, unitPriceCents: 12_500, billedToId: order.endCustomerId };
      await addLines(work, order, [
        { ...line, description: "Graafwerk" },
        { ...line, description: "Kabel", discount: 1000 },
      ]);
      expect(await orders.byId(work.tx, orderId)).toMatchObject({ totalCents: 25_000 + 22_500 });
    });
    await inWork(async (work) => {
      await orders.change(work, orderId, { customerName: "Beatrijs de Wit" });
      await orders.refreshSearch(work.tx, orderId);
      expect((await orders.byId(work.tx, orderId)).search).toContain("beatrijs de wit");
    });
  });

  test("is another's to change only when the transaction is over", async () => {
    const db = house.platform.database.db;
    await inWork(async ({ tx }) => {
      await orders.lock(tx, orderId);
      const other = db.transaction().execute(async (another) => {
        await sql`set local lock_timeout = '50ms'`.execute(another);
        return orders.lock(another, orderId);
      });
      await expect(other).rejects.toMatchObject({ code: "55P03" });
    });
  });
});
