import { afterAll, afterEach, describe, expect, test } from "vitest";
import { orders } from "#orders";
import { automation } from "#platform";
import { fenna } from "../../tests/cast.ts";
import { bookPayment } from "./actions/bookPayment.ts";
import { startPayment } from "./actions/startPayment.ts";
import { sendReminders } from "./dunning/reminders.ts";
import { providerSays } from "./payments/providerSays.ts";
import { withinPatience } from "./payments/withinPatience.ts";
import { myInvoices } from "./queries/myInvoices.ts";
import { openBillingHouse } from "./testHouse.ts";

const { house, bank, invoiced } = await openBillingHouse();
afterAll(() => house.close());

/** What payments stand on an invoice, as they were begun at the bank. */
const paymentsOf = (invoiceId: string) =>
  house.platform.database.db.selectFrom("payments").selectAll().where("invoiceId", "=", invoiceId).execute();

describe("booking a payment", () => {
  test("is of money that came in, today or some time ago", async () => {
    const { mine } = await invoiced("Dora Dag");
    const books = (paidOn: string) =>
      house.does(fenna, bookPayment, { invoiceId: mine.id, amountCents: 1, paidOn });
    for (const [paidOn, problem] of [
      ["2999-01-01", "future-day"],
      ["0206-03-02", "long-ago"],
    ] as const)
      await expect(books(paidOn)).rejects.toMatchObject({
        status: 422,
        facts: { errors: [{ pointer: "/paidOn", problem }] },
      });
    expect(await books("2025-12-31")).toMatchObject({ paidCents: 1 });
  });
});

describe("beginning a payment", () => {
  const { payments } = house.platform.services;
  const { create } = payments;
  afterEach(() => {
    payments.create = create;
  });

  test("holds no transaction while the provider takes its time", async () => {
    const { mine, link } = await invoiced("Iris Wacht");
    const answers = Promise.withResolvers<void>();
    const asked = Promise.withResolvers<void>();
    payments.create = async (request) => {
      asked.resolve();
      await answers.promise;
      return create(request);
    };
    const started = house.does(link, startPayment, { invoiceId: mine.id });
    await asked.promise;
    const { rows } = await house.platform.database.pool.query(
      "select state from pg_stat_activity where datname = current_database() and state like 'idle in transaction%'",
    );
    expect(rows).toEqual([]);
    // Nobody waits for it either.
    await house.does(fenna, bookPayment, { invoiceId: mine.id, amountCents: 1, paidOn: "2026-03-02" });
    answers.resolve();
    expect(await started).toMatchObject({ checkoutUrl: expect.stringContaining("https://bank.example/") });
  });

  test("that broke off after the call leads to the same payment, also under a key of its own", async () => {
    const { mine, link } = await invoiced("Jip Breekt");
    const before = bank.size;
    payments.create = async (request) => {
      await create(request);
      throw new Error("connection lost");
    };
    const start = (idempotencyKey: string) =>
      house.does(link, startPayment, { invoiceId: mine.id }, { idempotencyKey });
    await expect(start("jip")).rejects.toMatchObject({ type: "billing/payment-provider-away", status: 503 });
    expect(await paymentsOf(mine.id)).toMatchObject([{ status: "pending", checkoutUrl: null }]);
    payments.create = create;
    const again = await start("jip");
    expect(await start("jip")).toEqual(again);
    expect(await start("other")).toEqual(again);
    expect(await paymentsOf(mine.id)).toHaveLength(1);
    expect(bank.size).toBe(before + 1);
  });

  test("twice at once is one payment", async () => {
    const { mine, link } = await invoiced("Kim Dubbel");
    const answers = await Promise.all(
      [1, 2, 3].map(() => house.does(link, startPayment, { invoiceId: mine.id })),
    );
    expect(new Set(answers.map(({ checkoutUrl }) => checkoutUrl)).size).toBe(1);
    expect(await paymentsOf(mine.id)).toHaveLength(1);
  });

  test("does not wait for ever", async () => {
    await expect(withinPatience(new Promise(() => {}), 20)).rejects.toThrow(/no answer/);
  });
});

describe("payments", () => {
  test("count up to the last cent, close the order when all is paid, and never exceed it", async () => {
    const { orderId, mine, theirs } = await invoiced("Eva Deelt");
    const pay = (invoiceId: string, amountCents: number) =>
      house.does(fenna, bookPayment, { invoiceId, amountCents, paidOn: "2026-03-02" });
    expect(await pay(mine.id, 20_99)).toMatchObject({ status: "partial", paidCents: 20_99 });
    await expect(pay(mine.id, 100_01)).rejects.toMatchObject({ type: "billing/too-much" });
    expect(await pay(mine.id, 100_00)).toMatchObject({ status: "paid" });
    const { db } = house.platform.database;
    expect(await orders.byId(db, orderId)).toMatchObject({ billingState: "invoiced", closedAt: null });
    await pay(theirs.id, 1210_00);
    expect(await orders.byId(db, orderId)).toMatchObject({
      billingState: "paid",
      closedAt: house.clock.now(),
    });
  });

  test("by link are counted once, however often the provider tells", async () => {
    const { mine, link } = await invoiced("Flip Link");
    const first = await house.does(link, startPayment, { invoiceId: mine.id });
    const again = await house.does(link, startPayment, { invoiceId: mine.id });
    expect(again).toEqual(first);
    const reference = first.checkoutUrl.split("/").at(-1)!;
    const notice = { provider: "fake", reference };
    await providerSays(house.platform, notice);
    expect((await house.asks(link, myInvoices, {})).rows[0]).toMatchObject({ paidCents: 0 });
    bank.set(reference, "paid");
    await Promise.all([1, 2, 3].map(() => providerSays(house.platform, notice)));
    expect((await house.asks(link, myInvoices, {})).rows[0]).toMatchObject({
      status: "paid",
      paidCents: 120_99,
    });
    await expect(house.does(link, startPayment, { invoiceId: mine.id })).rejects.toMatchObject({
      type: "billing/nothing-open",
    });
  });

  test("are for one's own invoices only", async () => {
    const { theirs, link } = await invoiced("Gijs Gluurt");
    await expect(house.does(link, startPayment, { invoiceId: theirs.id })).rejects.toMatchObject({
      status: 404,
    });
    const { rows } = await house.asks(link, myInvoices, {});
    expect(rows.map(({ id }) => id)).not.toContain(theirs.id);
  });

  test("that stay away are asked for after 3, 10 and 21 days, and then somebody calls", async () => {
    const { orderId, mine } = await invoiced("Hans Vergeet");
    const { db } = house.platform.database;
    const reminders = async () =>
      (
        await db
          .selectFrom("messages")
          .select("template")
          .where("key", "like", `reminder:${mine.id}:%`)
          .execute()
      ).length;
    const seen: number[] = [];
    for (const days of ["P16D", "P1D", "P7D", "P11D", "P5D"]) {
      house.clock.forward(days);
      await house.works(automation("clock"), sendReminders.run);
      seen.push(await reminders());
    }
    expect(seen).toEqual([0, 1, 2, 3, 3]);
    const open = await db
      .selectFrom("exceptions")
      .select("kind")
      .where("orderId", "=", orderId)
      .where("kind", "=", "invoice_unpaid")
      .execute();
    expect(open.length).toBeGreaterThan(0);
  });
});
