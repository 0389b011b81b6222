import { afterAll, describe, expect, test } from "vitest";
import { moveOrder } from "#orders";
import { fenna, noor } from "../../tests/cast.ts";
import { reviseQuote } from "./actions/moveQuote.ts";
import { payerAgreement, setPayerAgreement } from "./actions/setPayerAgreement.ts";
import { declineMyQuote, signMyQuote } from "./actions/signQuote.ts";
import { type SigningOrder, waitsForOthers } from "./signingOrder.ts";
import { openSalesHouse, typed } from "./testHouse.ts";

const { house, works, make, partnerNamed, statusOf, exceptionsOf, mailsOf, quoteOf, read, signs, twoPayers } =
  await openSalesHouse();
afterAll(() => house.close());

const partnerWho = async (name: string, signingOrder: SigningOrder) => {
  const partner = await partnerNamed(name);
  await house.does(noor, setPayerAgreement, { organizationId: partner.id, signingOrder });
  return partner;
};
const statuses = async (order: { id: string }) =>
  Object.fromEntries((await quoteOf(order)).signOffs.map(({ side, status }) => [side, status]));
const askedFor = async (order: { id: string }) =>
  (await mailsOf(order)).filter(({ template }) => template === "sales/quote-to-sign");

describe("the order of signing", () => {
  test.each([
    ["parallel", "customer", ["customer", "partner"], false],
    ["partner_first", "customer", ["customer", "partner"], true],
    ["partner_first", "partner", ["customer", "partner"], false],
    ["partner_first", "customer", ["customer"], false],
    ["customer_first", "partner", ["customer", "partner"], true],
  ] as const)("%s lets the %s wait while %j are open: %s", (order, side, unsigned, waits) => {
    expect(waitsForOthers(order, side, unsigned)).toBe(waits);
  });

  test("asks everybody at once where nothing was agreed", async () => {
    const { order } = await twoPayers("Allen Tegelijk");
    expect(await statuses(order)).toEqual({ customer: "pending", partner: "pending" });
    expect(await askedFor(order)).toHaveLength(2);
  });

  test("asks the customer only when the partner has signed, and counts as before", async () => {
    const partner = await partnerWho("Eerst Wij", "partner_first");
    const { order, customer, payer } = await twoPayers("Karin Wacht", partner);
    expect(await statuses(order)).toEqual({ customer: "waiting", partner: "pending" });
    expect((await askedFor(order)).map(({ organizationId }) => organizationId)).toEqual([partner.id]);
    const { documentHash } = await read(customer);
    const early = house.does(customer, signMyQuote, { documentHash, ...typed("Karin") });
    await expect(early).rejects.toMatchObject({ status: 409, type: "sales/not-your-turn" });
    const no = house.does(customer, declineMyQuote, { reason: "Te duur" });
    await expect(no).rejects.toMatchObject({ type: "sales/not-your-turn" });
    await signs(payer, "Inkoop");
    expect(await statusOf(order)).toBe("partner_approved");
    expect(await statuses(order)).toEqual({ customer: "pending", partner: "signed" });
    expect(await askedFor(order)).toHaveLength(2);
    await signs(customer, "Karin");
    expect(await statusOf(order)).toBe("both_approved");
  });

  test("starts the clock of a payer when it is asked", async () => {
    const partner = await partnerWho("Klant Eerst", "customer_first");
    const { order, customer } = await twoPayers("Ina Later", partner);
    const before = house.platform.now();
    house.clock.forward("P2D");
    await signs(customer, "Ina");
    house.clock.forward("P2D");
    await house.settles();
    const reminders = async () =>
      (await mailsOf(order)).filter(({ template }) => template === "sales/quote-reminder");
    expect(await reminders()).toEqual([]);
    house.clock.forward("P2D");
    await house.settles();
    expect(await reminders()).toMatchObject([{ organizationId: partner.id }]);
    house.clock.set(before);
  });

  test("asks nobody while the order is on hold, and goes on afterwards", async () => {
    const partner = await partnerWho("Pauze Eerst", "partner_first");
    const { order, payer } = await twoPayers("Henk Pauze", partner);
    await works((work) => moveOrder(work, order.id, "hold", { reason: "later" }));
    await signs(payer, "Inkoop");
    expect(await statuses(order)).toEqual({ customer: "waiting", partner: "signed" });
    await works((work) => moveOrder(work, order.id, "resume:quote_sent"));
    await house.settles();
    expect(await statuses(order)).toEqual({ customer: "pending", partner: "signed" });
  });

  test("begins anew with a new version", async () => {
    const partner = await partnerWho("Opnieuw Eerst", "partner_first");
    const { order, customer } = await twoPayers("Mien Opnieuw", partner);
    await house.does(noor, reviseQuote, { orderId: order.id });
    expect(await quoteOf(order)).toMatchObject({ version: 2, signOffs: [] });
    await expect(read(customer)).resolves.toMatchObject({ status: "void" });
  });

  test("is that of the organization above where a dealer has none, and not everybody's to set", async () => {
    const importer = await partnerWho("Importeur", "customer_first");
    const dealer = await partnerNamed("Dealer Onder Importeur");
    const { db } = house.platform.database;
    await db
      .updateTable("organizations")
      .set({ parentId: importer.id })
      .where("id", "=", dealer.id)
      .execute();
    expect(await house.asks(noor, payerAgreement, { organizationId: dealer.id })).toMatchObject({
      signingOrder: null,
      inForce: { signingOrder: "customer_first" },
    });
    const { order } = await twoPayers("Dirk Dealer", dealer);
    expect(await statuses(order)).toEqual({ customer: "pending", partner: "waiting" });
    const stranger = house.does(fenna, setPayerAgreement, { organizationId: dealer.id, signingOrder: null });
    await expect(stranger).rejects.toMatchObject({ status: 403 });
  });
});

describe("the amount up to which quotes go out by themselves", () => {
  const large = { status: "intake_completed", lines: [{ number: "DNS-0003", quantity: 12 }] } as const;

  test("is that of the entity, and can be raised for one partner", async () => {
    const partner = await partnerNamed("Grote Orders");
    const stays = await make({ name: "Bart Groot", partner, ...large });
    expect(await statusOf(stays)).toBe("quote_draft");
    expect(await exceptionsOf(stays)).toEqual(["quote_to_check"]);
    await house.does(noor, setPayerAgreement, { organizationId: partner.id, byItselfUpToCents: 1_000_000 });
    const goes = await make({ name: "Bas Groot", partner, ...large });
    expect(await statusOf(goes)).toBe("quote_sent");
  });

  test("can be lowered for an entity", async () => {
    const small = { status: "intake_completed", lines: [{ number: "DNS-0003" }] } as const;
    const { db } = house.platform.database;
    const setTo = (quotesByItselfUpToCents: number) =>
      db.updateTable("businessEntities").set({ quotesByItselfUpToCents }).execute();
    await setTo(100_00);
    expect(await statusOf(await make({ name: "Kees Klein", ...small }))).toBe("quote_draft");
    await setTo(500_000);
    expect(await statusOf(await make({ name: "Koos Klein", ...small }))).toBe("quote_sent");
  });
});
