import fastify from "fastify";
import { sql } from "kysely";
import { afterAll, describe, expect, test } from "vitest";
import type { Actor } from "#platform";
import { ada, fenna, ravi } from "../../tests/cast.ts";
import { checkOrder } from "./actions/checkOrder.ts";
import { creditInvoice } from "./actions/creditInvoice.ts";
import { addInvoiceRoutes } from "./invoiceFile.ts";
import { openBillingHouse } from "./testHouse.ts";

const { house, partner, finishedOrder, invoicesOf, invoiced } = await openBillingHouse();
afterAll(() => house.close());

describe("a final invoice", () => {
  test("cannot be changed, not even in the database", async () => {
    const { orderId } = await finishedOrder("Iris Vast");
    await house.does(fenna, checkOrder, { orderId });
    const [row] = await invoicesOf(orderId);
    const { db } = house.platform.database;
    await expect(sql`update invoices set gross_cents = 1 where id = ${row!.id}`.execute(db)).rejects.toThrow(
      /credit note/,
    );
    await expect(sql`delete from invoice_lines where invoice_id = ${row!.id}`.execute(db)).rejects.toThrow(
      /credit note/,
    );
    await expect(
      sql`update invoices set status = 'draft', number = null where id = ${row!.id}`.execute(db),
    ).rejects.toThrow(/illegal move of invoice|credit note/);
  });

  test("is taken back with a credit note of its own number, after which the order can be invoiced anew", async () => {
    const { orderId, customerId } = await finishedOrder("Jo Terug");
    await house.does(fenna, checkOrder, { orderId });
    const mine = (await invoicesOf(orderId)).find((row) => row.organizationId === customerId)!;
    const credit = await house.does(ada, creditInvoice, { invoiceId: mine.id, reason: "Verkeerde prijs" });
    expect(credit).toMatchObject({ kind: "credit", grossCents: -mine.grossCents, creditOfId: mine.id });
    expect(credit.number).not.toBe(mine.number);
    await expect(
      house.does(ada, creditInvoice, { invoiceId: mine.id, reason: "Nog eens" }),
    ).rejects.toMatchObject({ status: 409 });
    await house.does(fenna, checkOrder, { orderId });
    const mineNow = (await invoicesOf(orderId)).filter(
      (row) => row.organizationId === customerId && row.kind === "invoice",
    );
    expect(mineNow.map(({ status }) => status).toSorted()).toEqual(["credited", "sent"]);
  });

  test("has numbers without gaps, also when many are made at once and some fail", async () => {
    const made = await Promise.all(Array.from({ length: 6 }, (_, index) => finishedOrder(`Kim ${index}`)));
    await Promise.allSettled([
      ...made.map(({ orderId }) => house.does(fenna, checkOrder, { orderId })),
      ...made.map(({ orderId }) =>
        house.works(ada, async (work) => {
          await checkOrder.handle(Object.assign(work, { request: {} as never, authorize: () => undefined }), {
            orderId,
            send: true,
          });
          throw new Error("the process fails just before the commit");
        }),
      ),
    ]);
    const { db } = house.platform.database;
    const rows = await db
      .selectFrom("invoices")
      .select("number")
      .where("businessEntity", "=", "chargecars")
      .where("number", "is not", null)
      .execute();
    const numbers = rows.map(({ number }) => Number(number!.slice(-5))).toSorted((a, b) => a - b);
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
  });
});

describe("the paper of an invoice", () => {
  test("is for the office and its payer, and for nobody else", async () => {
    const { mine, theirs, link } = await invoiced("Lot Papier");
    const server = fastify();
    let caller: Actor = link;
    server.decorateRequest("actor");
    server.addHook("onRequest", async (request) => {
      request.actor = caller;
    });
    addInvoiceRoutes(server, house.platform);
    const ask = async (actor: Actor, invoiceId: string) => {
      caller = actor;
      const { statusCode, rawPayload } = await server.inject(`/api/v1/invoices/${invoiceId}/pdf`);
      return [statusCode, rawPayload.subarray(0, 5).toString() === "%PDF-"];
    };
    expect(await ask(link, mine.id)).toEqual([200, true]);
    expect(await ask(fenna, theirs.id)).toEqual([200, true]);
    expect((await ask(link, theirs.id))[1]).toBe(false);
    const payer = { ...ravi, organizationId: partner.id, organizationIds: [partner.id] };
    expect(await ask(payer, theirs.id)).toEqual([200, true]);
    expect((await ask(payer, mine.id))[1]).toBe(false);
    expect((await ask(link, "no-id"))[1]).toBe(false);
    await server.close();
  });
});
