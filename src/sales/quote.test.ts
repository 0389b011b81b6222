import { sql } from "kysely";
import { afterAll, describe, expect, test } from "vitest";
import { linesOf, openException, settleExceptions } from "#orders";
import type { Actor } from "#platform";
import { fenna, noor, ravi } from "../../tests/cast.ts";
import { addLine, changeLine } from "./actions/editLines.ts";
import { readyQuote, reviseQuote, sendQuote, startQuote } from "./actions/moveQuote.ts";
import { setPayerAgreement } from "./actions/setPayerAgreement.ts";
import { signPartnerQuote } from "./actions/signQuote.ts";
import { partnerQuote, partnerQuotes } from "./queries/payerQuotes.ts";
import { openSalesHouse, typed } from "./testHouse.ts";
import { addTestOrder, linkHolder } from "./testing.ts";

const { house, works, make, partnerNamed, statusOf, exceptionsOf, quoteOf, read, signs } =
  await openSalesHouse();
afterAll(() => house.close());

const portal = (organizationId: string): Actor => ({
  ...ravi,
  organizationId,
  organizationIds: [organizationId],
});

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
    // A colleague with the page still open does not put the old price back.
    await expect(
      house.does(noor, changeLine, { lineId, unitPriceCents: 70_00, was: { unitPriceCents: 88_00 } }),
    ).rejects.toMatchObject({ type: "platform/changed-meanwhile", facts: { fields: ["unitPriceCents"] } });
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
    await expect(
      house.does(noor, addLine, { ...stranger, unitPriceCents: 9_000_000_000_000_000 }),
    ).rejects.toMatchObject({ facts: { errors: [{ pointer: "/unitPriceCents", problem: "too-big" }] } });
    expect(await quoteOf(order)).toMatchObject({ version: 2, status: "draft" });
  });
});
