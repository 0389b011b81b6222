import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { builtInAddressBook, organizations } from "#crm";
import { addTestEntities } from "#crm/testing";
import { ordering, orders } from "#orders";
import { automation, json, type PartnerKey, runAction, type Work } from "#platform";
import { type House, openHouse } from "#platform/testing";
import { noor } from "../../tests/cast.ts";
import { mapSku } from "./actions/mapSku.ts";
import { receivePartnerOrder } from "./actions/receiveOrder.ts";
import { partners } from "./index.ts";
import { type KnownFormat, knownFormats } from "./knownFormats.ts";
import { callsList } from "./queries/desk.ts";
import { partnerOrder, partnerOrders } from "./queries/partnerOrders.ts";

const folder = new URL("../../examples/partner-orders/", import.meta.url);
const read = (file: string) => JSON.parse(readFileSync(new URL(file, folder), "utf8"));

interface Expected {
  file: string;
  partner: string;
  http_status: number;
  result: string;
  flags: string[];
  tasks: string[];
  errors: object[];
  warnings?: object[];
  differences?: string[];
  billing_address?: object;
  order: null | {
    partner_order_id: string;
    customer: Record<string, string | null>;
    site: Record<string, string | number | null> | null;
    products: { partner_sku: string; quantity: number; article: string | null }[];
    preferred_date: string | null;
    notes: string | null;
    references: Record<string, string>;
  };
}
const expected: Expected[] = read("expected.json").orders;

const formats: Record<string, { format: KnownFormat; repeated?: "existing" }> = {
  zonneweide: { format: "canonical", repeated: "existing" },
  polderstroom: { format: "webhook" },
  getijde: { format: "form" },
  klaverlaad: { format: "flat" },
  nordvik: { format: "dealer" },
};
const skus: Record<string, Record<string, string>> = {
  zonneweide: { "ZON-WB-11": "LAD-0011", "ZON-WB-22": "LAD-0022", "ZON-INST-3P": "DNS-0004" },
  polderstroom: {
    "PS-LAADBOX-22": "LAD-0022",
    "PS-LAADBOX-11": "LAD-0011",
    "PS-MONTAGE-STD": "DNS-0003",
    "PS-GROEPENKAST": "DNS-0012",
  },
  getijde: { "Pakket Compleet 11 kW": "PAK-0001", "Alleen installatie": "DNS-0003" },
  klaverlaad: { "KL-100": "LAD-0011", "KL-110": "LAD-0007", "KL-200": "DNS-0003", "KL-300": "MAT-0030" },
  nordvik: { "NV-HOME-11": "LAD-0011", "NV-HOME-INSTALL": "DNS-0003" },
};

const actors = new Map<string, PartnerKey>();
const articleIds = new Map<string, string>();
let house: House;

const addPartner = async (work: Work, key: string) => {
  const partner = await organizations.add(work, { kind: "partner", name: key, partnerKinds: ["energy"] });
  const { format, repeated } = formats[key]!;
  await work.tx
    .insertInto("partnerChannels")
    .values({
      organizationId: partner.id,
      key,
      businessEntity: "chargecars",
      fields: json(knownFormats[format]),
      repeatedOrder: repeated ?? "conflict",
    })
    .execute();
  for (const [partnerSku, number] of Object.entries(skus[key]!))
    await work.tx
      .insertInto("partnerArticles")
      .values({ organizationId: partner.id, partnerSku, articleId: articleIds.get(number)! })
      .execute();
  actors.set(key, {
    kind: "partner",
    apiKeyId: partner.id,
    name: key,
    scopes: ["api.access"],
    organizationId: partner.id,
    organizationIds: [partner.id],
  });
};

beforeAll(async () => {
  house = await openHouse([ordering, partners], { services: { addresses: builtInAddressBook } });
  await house.works(automation("setup"), async (work) => {
    await addTestEntities(work);
    for (const number of new Set(Object.values(skus).flatMap((map) => Object.values(map)))) {
      const article = { number, name: number, kind: "charger", category: "chargers", listPriceCents: 100_00 };
      const { id } = await work.tx
        .insertInto("articles")
        .values(article)
        .returning("id")
        .executeTakeFirstOrThrow();
      articleIds.set(number, id);
    }
    for (const key of Object.keys(formats)) await addPartner(work, key);
  });
});
afterAll(() => house.close());

const send = async (key: string, payload: unknown, idempotencyKey?: string) => {
  try {
    const call = { actor: actors.get(key)!, input: payload, idempotencyKey };
    const { status, body } = await runAction(house.platform, receivePartnerOrder, call);
    return { status, body, problem: null };
  } catch (problem) {
    return {
      status: (problem as { status: number }).status,
      body: null,
      problem: problem as { facts: Record<string, never>; type: string },
    };
  }
};

const snakes = (value: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
      inner,
    ]),
  );

/** The order as it stands in the house, in the words of the expectation. */
const storedOrder = async (orderId: string) => {
  const { db } = house.platform.database;
  const order = await orders.byId(db, orderId);
  const contact = await db
    .selectFrom("contacts")
    .selectAll()
    .where("id", "=", order.contactId)
    .executeTakeFirstOrThrow();
  const organization = await organizations.byId(db, order.endCustomerId);
  const site = order.siteId
    ? await db.selectFrom("sites").selectAll().where("id", "=", order.siteId).executeTakeFirstOrThrow()
    : null;
  const lines = await db
    .selectFrom("orderLines as l")
    .leftJoin("articles as a", "a.id", "l.articleId")
    .select(["l.partnerSku", "l.quantity", "a.number as article"])
    .where("l.orderId", "=", orderId)
    .where("l.parentLineId", "is", null)
    .orderBy("l.position")
    .execute();
  const references = await db
    .selectFrom("partnerReferences")
    .selectAll()
    .where("orderId", "=", orderId)
    .executeTakeFirstOrThrow();
  const { first_name, initials, infix, last_name, email, phone } = snakes(contact);
  return {
    customer: {
      kind: organization.kind === "business" ? "business" : "private",
      company: organization.kind === "business" ? organization.name : null,
      ...{ first_name, initials, infix, last_name, email, phone },
    },
    site:
      site &&
      (({ street, house_number, addition, postal_code, city, country }) => ({
        street,
        house_number,
        addition,
        postal_code,
        city,
        country,
      }))(snakes(site)),
    products: lines.map(({ partnerSku, ...line }) => ({ partner_sku: partnerSku, ...line })),
    preferred_date: order.requestedOn,
    notes: order.notes,
    references: snakes(references),
  };
};

describe("orders as partners send them", () => {
  test.each(expected.map((each) => [each.file, each] as const))("%s ends as agreed", async (file, want) => {
    const payload = read(file);
    const given = await send(want.partner, payload);
    expect(given.status).toBe(want.http_status);
    if (!want.order) {
      if (want.result === "refused") expect(given.problem?.facts.errors).toMatchObject(want.errors);
      else {
        expect(given.body).toMatchObject({ result: "existing", flags: want.flags, tasks: want.tasks });
        expect(given.body?.differences.map(({ pointer }) => pointer)).toEqual(want.differences);
      }
      return;
    }
    expect(given.body).toMatchObject({
      result: want.result,
      flags: want.flags,
      tasks: want.tasks,
      warnings: want.warnings ?? [],
      partner_order_id: want.order.partner_order_id,
    });
    const stored = await storedOrder(given.body!.order_id);
    const { customer, site, products, preferred_date, notes, references } = want.order;
    expect(stored).toMatchObject({ customer, site, products, preferred_date, notes, references });

    const again = await send(want.partner, payload);
    expect(again).toMatchObject({
      status: 200,
      body: { result: "existing", order_number: given.body!.order_number },
    });
  });

  test("starts after the intake when the partner delivered all answers", async () => {
    const { db } = house.platform.database;
    const rows = await db
      .selectFrom("orders as o")
      .innerJoin("partnerReferences as r", "r.orderId", "o.id")
      .select(["r.partnerOrderId", "o.status"])
      .where("r.partnerOrderId", "in", ["ZON-104233", "ZON-104251"])
      .execute();
    expect(Object.fromEntries(rows.map((row) => [row.partnerOrderId, row.status]))).toEqual({
      "ZON-104233": "intake_completed",
      "ZON-104251": "new_lead",
    });
  });

  test("keeps the dealer chain as parties, each organization once", async () => {
    const { db } = house.platform.database;
    const parties = await db
      .selectFrom("orderParties as p")
      .innerJoin("organizations as o", "o.id", "p.organizationId")
      .innerJoin("partnerReferences as r", "r.orderId", "p.orderId")
      .select(["p.role", "o.reference", "p.label"])
      .where("r.partnerOrderId", "=", "NV-NL-0099127")
      .orderBy("p.level")
      .execute();
    expect(parties).toEqual(
      expect.arrayContaining([
        { role: "intermediary", reference: "NVG-004", label: null },
        { role: "intermediary", reference: "NVD-0412", label: null },
        { role: "sales_agent", reference: "NVD-0412", label: "T. Bouzid" },
      ]),
    );
    const groups = await db
      .selectFrom("organizations")
      .select("id")
      .where("reference", "=", "NVG-004")
      .execute();
    expect(groups).toHaveLength(1);
  });

  test("keeps the invoice address of a business customer", async () => {
    const { db } = house.platform.database;
    const billing = await db
      .selectFrom("sites")
      .selectAll()
      .where("kind", "=", "billing")
      .executeTakeFirstOrThrow();
    expect(billing).toMatchObject({
      street: "Kerkstraat",
      houseNumber: 2,
      addition: "A",
      postalCode: "8072BC",
      city: "Nunspeet",
    });
  });
});

describe("the partner door", () => {
  test("refuses other content under the same partner order id, shows both versions, and tells the office", async () => {
    const payload = read("06-klaverlaad-plat.json");
    const given = await send("klaverlaad", { ...payload, huisnr: "14" });
    expect(given).toMatchObject({ status: 409, problem: { type: "partners/order-differs" } });
    expect(given.problem?.facts.differences).toEqual([{ pointer: "/site/house_number", first: 12, now: 14 }]);
    const { rows } = await house.asks(noor, callsList, { outcome: ["conflict"] });
    expect(rows).toHaveLength(1);
  });

  test("refuses another order under a used Idempotency-Key", async () => {
    const first = await send(
      "zonneweide",
      { ...read("02-zonneweide-minimaal.json"), partner_order_id: "K-1" },
      "key-1",
    );
    const same = await send(
      "zonneweide",
      { ...read("02-zonneweide-minimaal.json"), partner_order_id: "K-1" },
      "key-1",
    );
    const other = await send(
      "zonneweide",
      { ...read("02-zonneweide-minimaal.json"), partner_order_id: "K-2" },
      "key-1",
    );
    expect([first.status, same.status, other.status]).toEqual([201, 201, 409]);
    expect(same.body).toEqual(first.body);
  });

  test("makes one order of twenty deliveries at the same moment", async () => {
    const payload = { ...read("02-zonneweide-minimaal.json"), partner_order_id: "SAME" };
    const answers = await Promise.all(Array.from({ length: 20 }, () => send("zonneweide", payload)));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(new Set(answers.map(({ body }) => body?.order_number)).size).toBe(1);
  });

  test.each([
    ["a list", []],
    ["nothing", {}],
    ["another type", { partner_order_id: { $ne: "" }, customer: { name: ["x"], email: 5 } }],
    ["far too long", { ...read("02-zonneweide-minimaal.json"), partner_order_id: "x".repeat(5000) }],
    [
      "a mail address that is none",
      {
        ...read("02-zonneweide-minimaal.json"),
        partner_order_id: "M",
        customer: { name: "A B", email: "a@@b", phone: "0688", address: { postal_code: "1234AB" } },
      },
    ],
  ])("refuses %s with a reason per field and keeps the call", async (_, payload) => {
    const given = await send("zonneweide", payload);
    expect(given.status).toBe(422);
    expect(given.problem?.facts.errors).toContainEqual(
      expect.objectContaining({ pointer: expect.any(String) }),
    );
  });

  test("takes names as they are: script, emoji, right-to-left", async () => {
    const name = "<script>alert(1)</script> 🙂 محمد Łukasz";
    const payload = { ...read("02-zonneweide-minimaal.json"), partner_order_id: "XSS-1" };
    const given = await send("zonneweide", {
      ...payload,
      customer: { ...payload.customer, name, email: "x@example.org" },
    });
    expect(given.status).toBe(201);
    expect((await storedOrder(given.body!.order_id)).customer.last_name).toContain("Łukasz");
  });

  test("gives a waiting line its article and price once the number is mapped", async () => {
    const zon = actors.get("polderstroom")!;
    const mapped = await house.does(noor, mapSku, {
      organizationId: zon.organizationId,
      partnerSku: "PS-BATTERIJ-5KWH",
      articleId: articleIds.get("LAD-0022")!,
    });
    expect(mapped.orders).toBe(1);
    const { db } = house.platform.database;
    const line = await db
      .selectFrom("orderLines")
      .selectAll()
      .where("partnerSku", "=", "PS-BATTERIJ-5KWH")
      .executeTakeFirstOrThrow();
    expect(line).toMatchObject({ articleId: articleIds.get("LAD-0022"), unitPriceCents: 100_00 });
    const open = await db
      .selectFrom("exceptions")
      .select("id")
      .where("kind", "=", "unknown_sku")
      .where("resolvedAt", "is", null)
      .execute();
    expect(open).toHaveLength(0);
  });

  test("shows a partner its own orders and nobody else's", async () => {
    const mine = await house.asks(actors.get("nordvik")!, partnerOrders, { limit: 200 });
    expect(mine.rows.map((row) => row.partnerOrderId).toSorted()).toEqual(["NV-NL-0099127", "NV-NL-L-4410"]);
    const detail = await house.asks(actors.get("nordvik")!, partnerOrder, { orderId: mine.rows[0]!.id });
    expect(detail.steps.length).toBeGreaterThan(0);
    const other = house.asks(actors.get("klaverlaad")!, partnerOrder, { orderId: mine.rows[0]!.id });
    await expect(other).rejects.toMatchObject({ status: 404 });
  });
});
