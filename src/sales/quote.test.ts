import { sql } from "kysely";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { builtInAddressBook } from "#crm";
import { addTestEntities } from "#crm/testing";
import { messaging, outboxMailer } from "#messaging";
import { linesOf, moveOrder, type Order, openException, ordering, orders, settleExceptions } from "#orders";
import { type Actor, automation, type Work } from "#platform";
import { type House, openHouse } from "#platform/testing";
import { fenna, noor, ravi } from "../../tests/cast.ts";
import { addLine, changeLine } from "./actions/editLines.ts";
import { readyQuote, reviseQuote, sendQuote, startQuote } from "./actions/moveQuote.ts";
import { setPayerAgreement } from "./actions/setPayerAgreement.ts";
import { declineMyQuote, signMyQuote, signPartnerQuote } from "./actions/signQuote.ts";
import { sales } from "./index.ts";
import { myQuote, partnerQuote, partnerQuotes } from "./queries/payerQuotes.ts";
import { quoteOfOrder } from "./queries/quote.ts";
import { addTestArticles, addTestOrder, addTestPartner, linkHolder, type TestOrder } from "./testing.ts";

let house: House;
beforeAll(async () => {
  house = await openHouse([ordering, messaging, sales], {
    services: { addresses: builtInAddressBook, mailer: outboxMailer },
  });
  await house.works(automation("setup"), async (work) => {
    await addTestEntities(work);
    await addTestArticles(work);
  });
});
afterAll(() => house.close());

const works = <T>(does: (work: Work) => Promise<T>) => house.works(automation("test"), does);
const make = async (given: TestOrder) => {
  const order = await works((work) => addTestOrder(work, given));
  await house.settles();
  return order;
};
const partnerNamed = (name: string) => works((work) => addTestPartner(work, name));
const portal = (organizationId: string): Actor => ({
  ...ravi,
  organizationId,
  organizationIds: [organizationId],
});
const statusOf = async ({ id }: Order) => (await orders.byId(house.platform.database.db, id)).status;
const exceptionsOf = async ({ id }: Order) => {
  const { db } = house.platform.database;
  const rows = await db
    .selectFrom("exceptions")
    .select("kind")
    .where("orderId", "=", id)
    .where("resolvedAt", "is", null)
    .execute();
  return rows.map(({ kind }) => kind);
};
const quoteOf = async (order: Order) => (await house.asks(noor, quoteOfOrder, { orderId: order.id })).quote!;
const typed = (name: string) => ({ name, signature: { kind: "typed" as const, name } });
const read = async (actor: Actor) => (await house.asks(actor, myQuote, {})).quote!;
const signs = async (actor: Actor, name: string) =>
  house.does(actor, signMyQuote, { documentHash: (await read(actor)).documentHash, ...typed(name) });

const pixel = () =>
  sharp({ create: { width: 40, height: 20, channels: 3, background: "#ffffff" } })
    .png()
    .toBuffer();

/** A customer and a partner who both have to sign. */
const twoPayers = async (name: string) => {
  const partner = await partnerNamed(`Partner van ${name}`);
  const order = await make({
    name,
    partner,
    status: "intake_completed",
    lines: [{ number: "LAD-0011", payer: "partner" }, { number: "DNS-0003" }],
  });
  return { partner, order, customer: linkHolder(order), payer: linkHolder(order, partner.id) };
};

const delivered = {
  intake: {
    property: "owner_occupied",
    grid_connection: "3x25A",
    distance_m: 9,
    digging: false,
    solar: true,
  },
  files: [{ url: "https://files.example.test/kast.jpg", name: null, kind: "electrical_panel" }],
};

describe("an order a partner delivered with all answers", () => {
  test("is quoted without staff, and free when the customer signs", async () => {
    const partner = await partnerNamed("Zonneweide");
    const order = await make({
      name: "Marloes van der Wal",
      partner,
      status: "intake_completed",
      delivered,
      lines: ["LAD-0011", "DNS-0003"].map((number) => ({ number, payer: "partner", origin: "partner" })),
    });
    expect(await statusOf(order)).toBe("partner_approved");
    const quote = await quoteOf(order);
    expect(quote.number).toMatch(/^QT-CC-2026-\d{5}$/);
    expect(quote.signOffs.map(({ side, status, method }) => [side, status, method])).toEqual([
      ["partner", "signed", "agreement"],
      ["customer", "pending", null],
    ]);
    const marloes = linkHolder(order);
    expect((await read(marloes)).document.totals.grossCents).toBe(Math.round((299_00 + 199_00) * 1.21));
    await signs(marloes, "Marloes van der Wal");
    expect(await statusOf(order)).toBe("both_approved");
    const { rows } = await sql<{ staff: number }>`
      select count(*)::int8 as staff from order_moves where order_id = ${order.id} and actor_kind = 'person'`.execute(
      house.platform.database.db,
    );
    expect(rows[0]?.staff).toBe(0);
    const lines = await linesOf(house.platform.database.db, order.id);
    expect(new Set(lines.map(({ status }) => status))).toEqual(new Set(["approved"]));
  });

  test("is accepted at once when nobody is left to sign", async () => {
    const partner = await partnerNamed("Alles Betaald");
    const order = await make({
      name: "Nol Niets",
      partner,
      status: "intake_completed",
      delivered: { intake: { ...delivered.intake, solar: false, grid_connection: "3x35A" } },
      lines: [{ number: "DNS-0003", payer: "partner", origin: "partner" }],
    });
    expect(await statusOf(order)).toBe("both_approved");
  });

  test("waits for the partner where it was agreed that it always signs", async () => {
    const partner = await partnerNamed("Wil Altijd Tekenen");
    await house.does(noor, setPayerAgreement, { organizationId: partner.id, approvesBelowCents: 0 });
    const order = await make({
      name: "Olga Overleg",
      partner,
      status: "intake_completed",
      delivered,
      lines: [{ number: "DNS-0003", payer: "partner", origin: "partner" }],
    });
    expect(await statusOf(order)).toBe("quote_sent");
    const { rows } = await house.asks(portal(partner.id), partnerQuotes, { status: "pending" });
    expect(rows).toMatchObject([{ orderNumber: order.number, payerName: "Wil Altijd Tekenen" }]);
    const seen = await house.asks(portal(partner.id), partnerQuote, { signOffId: rows[0]!.id });
    const signing = { signOffId: rows[0]!.id, documentHash: seen.documentHash, ...typed("Ravi") };
    await house.does(portal(partner.id), signPartnerQuote, signing);
    expect(await statusOf(order)).toBe("partner_approved");
    const stranger = portal((await partnerNamed("Vreemde")).id);
    await expect(house.asks(stranger, partnerQuote, { signOffId: rows[0]!.id })).rejects.toMatchObject({
      status: 404,
    });
    await expect(house.does(stranger, signPartnerQuote, signing)).rejects.toMatchObject({ status: 404 });
  });
});

describe("a quote that somebody must look at", () => {
  test.each([
    ["no lines", { lines: [] }, "quote_needs_lines"],
    ["no service", { lines: [{ number: "LAD-0011" }] }, "quote_to_check"],
    ["a large amount", { lines: [{ number: "DNS-0003", quantity: 12 }] }, "quote_to_check"],
  ] as const)("stays in the house with %s", async (reason, given, exception) => {
    const order = await make({ name: `Pien ${reason}`, status: "intake_completed", ...given });
    expect(await statusOf(order)).toBe("quote_draft");
    expect(await exceptionsOf(order)).toEqual([exception]);
  });

  test("goes out by itself once the number it waited for is known", async () => {
    const order = await works(async (work) => {
      const made = await addTestOrder(work, {
        name: "Quirine",
        status: "intake_completed",
        lines: [{ number: "DNS-0003" }],
      });
      await openException(work, { orderId: made.id, kind: "unknown_sku", key: "X-1" });
      return made;
    });
    await house.settles();
    expect(await statusOf(order)).toBe("quote_draft");
    await works((work) =>
      settleExceptions(work, { orderId: order.id, kind: "unknown_sku", resolution: "mapped" }),
    );
    await house.settles();
    expect(await statusOf(order)).toBe("quote_sent");
  });

  test("is built, sent and revised by hand, with its lines closed in between", async () => {
    const order = await make({ name: "Rik Bouwer", kind: "service" });
    const billedToId = order.endCustomerId;
    await house.does(noor, startQuote, { orderId: order.id });
    const early = house.does(noor, readyQuote, { orderId: order.id });
    await expect(early).rejects.toMatchObject({ facts: { missing: ["hasLines"] } });
    const { lines } = await house.does(noor, addLine, {
      orderId: order.id,
      description: "Storing verhelpen",
      unitPriceCents: 89_00,
      billedToId,
    });
    const lineId = lines[0]!.id;
    await house.does(noor, changeLine, { lineId, quantity: 2, discount: 1000 });
    await house.does(noor, readyQuote, { orderId: order.id, notes: "Zoals besproken" });
    await expect(house.does(noor, changeLine, { lineId, quantity: 3 })).rejects.toMatchObject({
      type: "sales/lines-closed",
    });
    const sent = await house.does(noor, sendQuote, { orderId: order.id });
    expect(sent.quote).toMatchObject({
      status: "sent",
      grossCents: Math.round(160_20 * 1.21),
      validUntil: "2026-04-01",
    });
    await expect(house.does(fenna, reviseQuote, { orderId: order.id })).rejects.toMatchObject({
      status: 403,
    });
    const stranger = {
      orderId: order.id,
      description: "x",
      unitPriceCents: 1,
      billedToId: (await partnerNamed("Geen partij")).id,
    };
    await house.does(noor, reviseQuote, { orderId: order.id, reason: "meer werk" });
    await expect(house.does(noor, addLine, stranger)).rejects.toMatchObject({ type: "sales/unknown-payer" });
    expect(await quoteOf(order)).toMatchObject({ version: 2, status: "draft" });
  });
});

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
