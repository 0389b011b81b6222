import fastify from "fastify";
import { sql } from "kysely";
import sharp from "sharp";
import { afterAll, describe, expect, test } from "vitest";
import { moveOrder } from "#orders";
import type { Actor } from "#platform";
import { noor } from "../../tests/cast.ts";
import { changeLine } from "./actions/editLines.ts";
import { readyQuote, reviseQuote, sendQuote } from "./actions/moveQuote.ts";
import { declineMyQuote, signMyQuote } from "./actions/signQuote.ts";
import { addSalesRoutes } from "./index.ts";
import { myQuote } from "./queries/payerQuotes.ts";
import { quoteOfOrder } from "./queries/quote.ts";
import { openSalesHouse, typed } from "./testHouse.ts";

const { house, works, statusOf, exceptionsOf, quoteOf, read, signs, twoPayers } = await openSalesHouse();
afterAll(() => house.close());

const pixel = () =>
  sharp({ create: { width: 40, height: 20, channels: 3, background: "#ffffff" } })
    .png()
    .toBuffer();

describe("signing", () => {
  test("keeps who, when, how and what, and shows the customer no price of the partner", async () => {
    const { order, customer } = await twoPayers("Sofie Tekent");
    const seen = await read(customer);
    expect(seen.document.lines).toMatchObject([
      { isMine: false, totalCents: null, payerName: "Partner van Sofie Tekent" },
      { isMine: true, totalCents: 350_00 },
    ]);
    const image = `data:image/png;base64,${(await pixel()).toString("base64")}`;
    await house.does(
      customer,
      signMyQuote,
      { documentHash: seen.documentHash, name: "Sofie", signature: { kind: "drawn", image } },
      { request: { id: "r", address: "192.0.2.7", userAgent: "Phone", headers: {} } },
    );
    expect(await statusOf(order)).toBe("customer_approved");
    const signOff = (await quoteOf(order)).signOffs.find(({ side }) => side === "customer");
    expect(signOff).toMatchObject({
      status: "signed",
      method: "drawn",
      signedName: "Sofie",
      address: "192.0.2.7",
    });
    expect(signOff?.signatureFileId).toBeTruthy();
    expect(signOff?.documentHash).toBe(seen.documentHash);
  });

  test("stands in the audit log under the name that signed", async () => {
    const { order, customer } = await twoPayers("Noortje Noemt");
    await signs(customer, "N. Noemt");
    const kept = house.platform.database.db.selectFrom("auditLines").selectAll();
    const line = await kept
      .where("orderId", "=", order.id)
      .where("recordType", "=", "sign_off")
      .executeTakeFirstOrThrow();
    expect(line).toMatchObject({ actorKind: "customer", actorId: order.contactId, actorName: "N. Noemt" });
  });

  test("by two payers at the same moment frees the order exactly once", async () => {
    const { order, customer, payer } = await twoPayers("Truus Tegelijk");
    await Promise.all([signs(customer, "Truus"), signs(payer, "Inkoop")]);
    expect(await statusOf(order)).toBe("both_approved");
    const moves = await house.platform.database.db
      .selectFrom("orderMoves")
      .select("move")
      .where("orderId", "=", order.id)
      .where("move", "=", "approve")
      .execute();
    expect(moves).toHaveLength(1);
  });

  test("said twice is one signature", async () => {
    const { order, customer } = await twoPayers("Ursula Dubbel");
    const first = await signs(customer, "Ursula");
    const again = await signs(customer, "Ursula");
    expect(again).toEqual(first);
    expect(await statusOf(order)).toBe("customer_approved");
  });

  test("is refused on a version that was revised, and says what changed", async () => {
    const { order, customer, payer } = await twoPayers("Vera Versie");
    const old = await read(customer);
    await signs(payer, "Inkoop");
    await house.does(noor, reviseQuote, { orderId: order.id, reason: "prijs" });
    const meanwhile = house.does(customer, signMyQuote, { documentHash: old.documentHash, ...typed("Vera") });
    await expect(meanwhile).rejects.toMatchObject({ type: "sales/quote-revised", facts: { version: null } });
    expect(await house.asks(customer, myQuote, {})).toMatchObject({ isRevised: true });
    const { lines } = await house.asks(noor, quoteOfOrder, { orderId: order.id });
    const mine = lines.find(({ billedToId }) => billedToId === order.endCustomerId)!;
    await house.does(noor, changeLine, { lineId: mine.id, unitPriceCents: 300_00 });
    await house.does(noor, readyQuote, { orderId: order.id });
    await house.does(noor, sendQuote, { orderId: order.id });
    const late = house.does(customer, signMyQuote, { documentHash: old.documentHash, ...typed("Vera") });
    await expect(late).rejects.toMatchObject({
      facts: {
        version: 2,
        changes: [
          { kind: "changed", beforeCents: 350_00, afterCents: 300_00 },
          { kind: "total", beforeCents: 423_50, afterCents: 363_00 },
        ],
      },
    });
    expect((await quoteOf(order)).signOffs.every(({ status }) => status === "pending")).toBe(true);
    await signs(customer, "Vera");
    await signs(payer, "Inkoop");
    expect(await statusOf(order)).toBe("both_approved");
  });

  test("is refused after the last day, and a person hears of it", async () => {
    const { order, customer } = await twoPayers("Wout Telaat");
    const { documentHash } = await read(customer);
    const before = house.platform.now();
    house.clock.forward("P31D");
    await expect(house.does(customer, signMyQuote, { documentHash, ...typed("Wout") })).rejects.toMatchObject(
      {
        type: "sales/quote-expired",
      },
    );
    await house.settles();
    expect(await quoteOf(order)).toMatchObject({ status: "expired" });
    expect(await exceptionsOf(order)).toContain("quote_expired");
    house.clock.set(before);
  });

  test("can be declined with the reason, after which the office revises", async () => {
    const { order, customer } = await twoPayers("Xander Nee");
    await house.does(customer, declineMyQuote, { reason: "Te duur" });
    expect(await quoteOf(order)).toMatchObject({ status: "rejected", decidedReason: "Te duur" });
    expect(await exceptionsOf(order)).toEqual(["quote_declined"]);
    await house.does(noor, reviseQuote, { orderId: order.id });
    expect(await exceptionsOf(order)).toEqual([]);
  });

  test("during a pause counts when the order is taken up again", async () => {
    const { order, customer, payer } = await twoPayers("Yara Pauze");
    await signs(payer, "Inkoop");
    await works((work) => moveOrder(work, order.id, "hold", { reason: "later" }));
    await signs(customer, "Yara");
    expect(await statusOf(order)).toBe("on_hold");
    await works((work) => moveOrder(work, order.id, "resume:partner_approved"));
    await house.settles();
    expect(await statusOf(order)).toBe("both_approved");
  });

  test("is over when the order is cancelled", async () => {
    const { order, customer } = await twoPayers("Zoë Weg");
    const { documentHash } = await read(customer);
    await works((work) => moveOrder(work, order.id, "cancel", { reason: "duplicate" }));
    await house.settles();
    const late = house.does(customer, signMyQuote, { documentHash, ...typed("Zoë") });
    await expect(late).rejects.toMatchObject({ type: "sales/order-over" });
  });

  test("brings a reminder after three days and a call after a week", async () => {
    const { order } = await twoPayers("Abel Stil");
    house.clock.forward("P3DT1H");
    await house.settles();
    const mails = await house.platform.database.db
      .selectFrom("messages")
      .select("template")
      .where("orderId", "=", order.id)
      .execute();
    expect(mails.filter(({ template }) => template === "sales/quote-reminder")).toHaveLength(2);
    house.clock.forward("P4D");
    await house.settles();
    expect(await exceptionsOf(order)).toContain("quote_call");
  });
});

describe("the document", () => {
  test("is a PDF for the payer and the office, and for nobody else", async () => {
    const { order, customer, payer } = await twoPayers("Cato Papier");
    const server = fastify();
    let caller: Actor = customer;
    server.decorateRequest("actor");
    server.addHook("onRequest", async (request) => {
      request.actor = caller;
    });
    addSalesRoutes(server, house.platform);
    const { signOffId } = await read(customer);
    const ask = async (actor: Actor) => {
      caller = actor;
      const { statusCode, rawPayload } = await server.inject(`/api/v1/sign-offs/${signOffId}/pdf`);
      return { statusCode, start: rawPayload.subarray(0, 5).toString() };
    };
    expect(await ask(customer)).toEqual({ statusCode: 200, start: "%PDF-" });
    expect(await ask(noor)).toEqual({ statusCode: 200, start: "%PDF-" });
    expect((await ask(payer)).statusCode).not.toBe(200);
    await signs(customer, "Cato");
    expect(await ask(customer)).toEqual({ statusCode: 200, start: "%PDF-" });
    const files = await house.platform.database.db
      .selectFrom("files")
      .select("visibility")
      .where("orderId", "=", order.id)
      .execute();
    expect(files).toEqual([{ visibility: "internal" }, { visibility: "internal" }]);
    await server.close();
  });
});

describe("the database itself", () => {
  test("shows a payer its own rendering only, and refuses other moves and other documents", async () => {
    const { order, partner, customer } = await twoPayers("Bep Muur");
    const { db } = house.platform.database;
    const seen = await db.transaction().execute(async (tx) => {
      await sql`select set_config('role', 'chargecars_portal', true), set_config('app.order', ${order.id}, true),
        set_config('app.payer', '', true), set_config('app.organizations', '{}', true)`.execute(tx);
      const rows = await tx.selectFrom("signOffs").select("organizationId").execute();
      return rows.map(({ organizationId }) => organizationId);
    });
    expect(seen).toEqual([customer.organizationId]);
    expect(seen).not.toContain(partner.id);
    const { id } = await quoteOf(order);
    const skipped = db.updateTable("quotes").set({ status: "draft" }).where("id", "=", id).execute();
    await expect(skipped).rejects.toThrow(/illegal move of quote/);
    const forged = sql`update quotes set document = '{}' where id = ${id}`.execute(db);
    await expect(forged).rejects.toThrow(/never changes/);
  });
});
