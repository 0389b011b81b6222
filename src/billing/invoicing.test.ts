import { afterAll, describe, expect, test } from "vitest";
import { openAttachment } from "#messaging/testing";
import { orders } from "#orders";
import { dayOf } from "#platform";
import { fenna, noor } from "../../tests/cast.ts";
import { checkOrder } from "./actions/checkOrder.ts";
import { openBillingHouse } from "./testHouse.ts";

const { house, partner, finishedOrder, invoicesOf } = await openBillingHouse();
afterAll(() => house.close());

describe("a finished order", () => {
  test("waits for the office, and becomes one invoice per payer with VAT, number, document and mail", async () => {
    const { orderId, customerId } = await finishedOrder("Anna Betaalt");
    await house.settles();
    expect(await invoicesOf(orderId)).toEqual([]);
    const { invoices } = await house.does(fenna, checkOrder, { orderId });
    expect(invoices.map(({ grossCents }) => grossCents).toSorted((a, b) => a - b)).toEqual([120_99, 1210_00]);
    await house.settles();
    const rows = await invoicesOf(orderId);
    expect(rows.every(({ number }) => /^CC-INV-2026-\d{5}$/.test(number!))).toBe(true);
    const today = dayOf(house.clock.now());
    const due = Object.fromEntries(rows.map((row) => [row.organizationId, row.dueOn]));
    expect(due).toEqual({ [customerId]: "2026-03-16", [partner.id]: "2026-04-01" });
    expect(rows.every(({ invoicedOn }) => invoicedOn === today)).toBe(true);
    const { db } = house.platform.database;
    const mails = await db
      .selectFrom("messages")
      .select(["id", "toAddress"])
      .where("orderId", "=", orderId)
      .where("template", "=", "billing/invoice")
      .orderBy("toAddress")
      .execute();
    expect(mails.map(({ toAddress }) => toAddress).toSorted()).toEqual([
      "AnnaBetaalt@example.org",
      "loes@zonneweide.test",
    ]);
    const name = `${rows.find((row) => row.organizationId === customerId)!.number}.pdf`;
    const messageId = mails.find(({ toAddress }) => toAddress !== "loes@zonneweide.test")!.id;
    const opened = await house.does(fenna, openAttachment, { messageId, name });
    expect(await house.does(fenna, openAttachment, { messageId, name })).toEqual(opened);
    const documents = await db
      .selectFrom("files")
      .select(["id", "mediaType"])
      .where("orderId", "=", orderId)
      .execute();
    expect(documents).toEqual([{ id: opened.fileId, mediaType: "application/pdf" }]);
    expect((await orders.byId(db, orderId)).billingState).toBe("invoiced");
  });

  test("is invoiced by itself where the entity's setting says so", async () => {
    const { orderId } = await finishedOrder("Bo Vanzelf", "laderthuis");
    await house.settles();
    expect(await invoicesOf(orderId)).toHaveLength(2);
  });

  test("is invoiced once, however often and however many at a time ask", async () => {
    const { orderId } = await finishedOrder("Cas Dubbel");
    await Promise.allSettled(Array.from({ length: 8 }, () => house.does(fenna, checkOrder, { orderId })));
    await house.does(fenna, checkOrder, { orderId });
    expect(await invoicesOf(orderId)).toHaveLength(2);
  });

  test("is not invoiced by people without the scope, nor before it is finished", async () => {
    const { orderId } = await finishedOrder("Dré Mag Niet");
    await expect(house.does(noor, checkOrder, { orderId })).rejects.toMatchObject({ status: 403 });
  });
});
