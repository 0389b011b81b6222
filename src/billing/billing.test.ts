import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { builtInAddressBook, matchOrMakeCustomer, type Organization, organizations, splitName } from "#crm";
import { addTestEntities } from "#crm/testing";
import { messaging, outboxMailer } from "#messaging";
import { openAttachment } from "#messaging/testing";
import { addLines, createOrder, moveOrder, ordering, orders } from "#orders";
import { automation, dayOf, type LinkHolder, type Services } from "#platform";
import { type House, openHouse } from "#platform/testing";
import { ada, fenna, noor } from "../../tests/cast.ts";
import { bookPayment } from "./actions/bookPayment.ts";
import { checkOrder } from "./actions/checkOrder.ts";
import { creditInvoice } from "./actions/creditInvoice.ts";
import { startPayment } from "./actions/startPayment.ts";
import { sendReminders } from "./dunning/reminders.ts";
import { billing } from "./index.ts";
import type { PaymentProvider, ProviderStatus } from "./payments/provider.ts";
import { providerSays } from "./payments/providerSays.ts";
import { invoicesList } from "./queries/invoices.ts";
import { myInvoices } from "./queries/myInvoices.ts";

const bank = new Map<string, ProviderStatus>();
const payments: PaymentProvider = {
  name: "fake",
  create: async ({ paymentId }) => {
    bank.set(paymentId, "open");
    return { reference: paymentId, checkoutUrl: `https://bank.example/${paymentId}` };
  },
  statusOf: async (reference) => bank.get(reference) ?? "failed",
};

let house: House;
let partner: Organization;
beforeAll(async () => {
  const services: Partial<Services> = { addresses: builtInAddressBook, mailer: outboxMailer, payments };
  house = await openHouse([ordering, messaging, billing], { services });
  await house.works(automation("setup"), async (work) => {
    await addTestEntities(work);
    await work.tx
      .updateTable("businessEntities")
      .set({ invoicesByItself: true })
      .where("code", "=", "laderthuis")
      .execute();
    partner = await organizations.add(work, { kind: "partner", name: "Zonneweide", paymentDays: 30 });
    const { contact } = await matchOrMakeCustomer(work, {
      ...splitName("Loes Graaf"),
      company: null,
      email: "loes@zonneweide.test",
      phone: null,
    });
    await work.tx
      .insertInto("contactOrganizations")
      .values({
        contactId: contact.id,
        organizationId: partner.id,
        role: "billing_contact",
        fromOn: "2026-01-01",
      })
      .execute();
  });
});
afterAll(() => house.close());

const toCompleted = [
  "completeIntake",
  "draftQuote",
  "readyQuote",
  "sendQuote",
  "approve",
  "shipGoods",
] as const;

/** A finished order of which the partner pays 1000.00 and the customer 99.99, both plus VAT. */
const finishedOrder = async (name: string, businessEntity = "chargecars") =>
  house.works(automation("test"), async (work) => {
    const customer = await matchOrMakeCustomer(work, {
      ...splitName(name),
      company: null,
      email: `${name.replace(/\W/g, "")}@example.org`,
      phone: null,
    });
    const order = await createOrder(work, {
      businessEntity,
      kind: "accessories",
      source: "test",
      account: partner,
      customer,
      site: null,
    });
    await addLines(work, order, [
      { description: "Wallbox", quantity: 2, unitPriceCents: 500_00, billedToId: partner.id },
      { description: "Kabel", quantity: 1, unitPriceCents: 99_99, billedToId: customer.organization.id },
    ]);
    for (const move of toCompleted) await moveOrder(work, order.id, move);
    await moveOrder(work, order.id, "complete", {
      changes: { completedAt: work.now, billingState: "to_check" },
    });
    const { organization, contact } = customer;
    const link: LinkHolder = {
      kind: "customer",
      linkId: "l",
      purpose: "invoice",
      orderId: order.id,
      contactId: contact.id,
      organizationId: organization.id,
    };
    return { orderId: order.id, customerId: organization.id, link };
  });

const invoicesOf = async (orderId: string) => (await house.asks(fenna, invoicesList, { orderId })).rows;

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

describe("payments", () => {
  const invoiced = async (name: string) => {
    const order = await finishedOrder(name);
    await house.does(fenna, checkOrder, { orderId: order.orderId });
    const rows = await invoicesOf(order.orderId);
    return {
      ...order,
      mine: rows.find((row) => row.organizationId === order.customerId)!,
      theirs: rows.find((row) => row.organizationId === partner.id)!,
    };
  };

  test("count up to the last cent, close the order when all is paid, and never exceed it", async () => {
    const { orderId, mine, theirs } = await invoiced("Eva Deelt");
    const pay = (invoiceId: string, amountCents: number) =>
      house.does(fenna, bookPayment, { invoiceId, amountCents, paidOn: "2026-03-03" });
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
