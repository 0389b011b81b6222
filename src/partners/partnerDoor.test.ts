import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { noor } from "../../tests/cast.ts";
import { mapSku } from "./actions/mapSku.ts";
import { callsList } from "./queries/desk.ts";
import { partnerOrder, partnerOrders } from "./queries/partnerOrders.ts";
import { partnerHouse, read } from "./testing.ts";

/** What was delivered before the tests begin. */
const delivered = [
  ["klaverlaad", "06-klaverlaad-plat.json"],
  ["nordvik", "07-nordvik-dealer.json"],
  ["nordvik", "08-nordvik-lead.json"],
  ["polderstroom", "11-polderstroom-onbekende-sku.json"],
] as const;

let made: Awaited<ReturnType<typeof partnerHouse>>;
beforeAll(async () => {
  made = await partnerHouse();
  for (const [key, file] of delivered) await made.send(key, read(file));
});
afterAll(() => made.house.close());

describe("the partner door", () => {
  test("refuses other content under the same partner order id, shows both versions, and tells the office", async () => {
    const payload = read("06-klaverlaad-plat.json");
    const given = await made.send("klaverlaad", { ...payload, huisnr: "14" });
    expect(given).toMatchObject({ status: 409, problem: { type: "partners/order-differs" } });
    expect(given.problem?.facts.differences).toEqual([{ pointer: "/site/house_number", first: 12, now: 14 }]);
    const { rows } = await made.house.asks(noor, callsList, { outcome: ["conflict"] });
    expect(rows).toHaveLength(1);
  });

  test("refuses another order under a used Idempotency-Key", async () => {
    const first = await made.send(
      "zonneweide",
      { ...read("02-zonneweide-minimaal.json"), partner_order_id: "K-1" },
      "key-1",
    );
    const same = await made.send(
      "zonneweide",
      { ...read("02-zonneweide-minimaal.json"), partner_order_id: "K-1" },
      "key-1",
    );
    const other = await made.send(
      "zonneweide",
      { ...read("02-zonneweide-minimaal.json"), partner_order_id: "K-2" },
      "key-1",
    );
    expect([first.status, same.status, other.status]).toEqual([201, 201, 409]);
    expect(same.body).toEqual(first.body);
  });

  test("reads through strange characters, and keeps a call in which some cannot be stored", async () => {
    const strange = async (id: string, name: string, more: object = {}) => {
      const payload = { ...read("02-zonneweide-minimaal.json"), partner_order_id: id, ...more };
      return made.send("zonneweide", { ...payload, customer: { ...(payload.customer as object), name } });
    };
    for (const [id, name] of [
      ["STRANGE-1", "Anna\0 Jansen"],
      ["STRANGE-2", "Anna Jansen\ud800"],
    ] as const) {
      expect(await strange(id, name, { "free\0field": "a\0b\udc00" })).toMatchObject({ status: 201 });
      const { rows } = await made.house.asks(noor, callsList, { outcome: ["created"] });
      expect(rows.map(({ partnerOrderId }) => partnerOrderId)).toContain(id);
    }
    const names = await made.house.platform.database.db
      .selectFrom("contacts")
      .select("name")
      .where("name", "like", "%Anna%Jansen%")
      .execute();
    for (const { name } of names) expect(name).toMatch(/^Anna Jansen\ufffd?$/);
    const invisible = await strange("STRANGE-4", "\u200b\u2060");
    expect(invisible).toMatchObject({
      status: 422,
      problem: { facts: { errors: [{ pointer: "/customer/name", problem: "required" }] } },
    });
    const long = await strange("STRANGE-5", "x".repeat(5000));
    expect(long.problem?.facts.errors).toHaveLength(1);
  });

  test("makes one order of twenty deliveries at the same moment", async () => {
    const payload = { ...read("02-zonneweide-minimaal.json"), partner_order_id: "SAME" };
    const answers = await Promise.all(Array.from({ length: 20 }, () => made.send("zonneweide", payload)));
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
    const given = await made.send("zonneweide", payload);
    expect(given.status).toBe(422);
    expect(given.problem?.facts.errors).toContainEqual(
      expect.objectContaining({ pointer: expect.any(String) }),
    );
  });

  test("takes an order whose telephone number cannot be one, as it was given", async () => {
    const payload = { ...read("02-zonneweide-minimaal.json"), partner_order_id: "TEL-1" };
    const customer = { ...payload.customer, phone: "bel na zessen", email: "tel@example.org" };
    const given = await made.send("zonneweide", { ...payload, customer });
    expect(given.status).toBe(201);
    expect((await made.storedOrder(given.body!.order_id)).customer.phone).toBe("bel na zessen");
  });

  test("takes names as they are: script, emoji, right-to-left", async () => {
    const name = "<script>alert(1)</script> 🙂 محمد Łukasz";
    const payload = { ...read("02-zonneweide-minimaal.json"), partner_order_id: "XSS-1" };
    const given = await made.send("zonneweide", {
      ...payload,
      customer: { ...payload.customer, name, email: "x@example.org" },
    });
    expect(given.status).toBe(201);
    expect((await made.storedOrder(given.body!.order_id)).customer.last_name).toContain("Łukasz");
  });

  test("gives a waiting line its article and price once the number is mapped", async () => {
    const zon = made.actors.get("polderstroom")!;
    const mapped = await made.house.does(noor, mapSku, {
      organizationId: zon.organizationId,
      partnerSku: "PS-BATTERIJ-5KWH",
      articleId: made.articleIds.get("LAD-0022")!,
    });
    expect(mapped.orders).toBe(1);
    const { db } = made.house.platform.database;
    const line = await db
      .selectFrom("orderLines")
      .selectAll()
      .where("partnerSku", "=", "PS-BATTERIJ-5KWH")
      .executeTakeFirstOrThrow();
    expect(line).toMatchObject({ articleId: made.articleIds.get("LAD-0022"), unitPriceCents: 100_00 });
    const open = await db
      .selectFrom("exceptions")
      .select("id")
      .where("kind", "=", "unknown_sku")
      .where("resolvedAt", "is", null)
      .execute();
    expect(open).toHaveLength(0);
  });

  test("shows a partner its own orders and nobody else's", async () => {
    const mine = await made.house.asks(made.actors.get("nordvik")!, partnerOrders, { limit: 200 });
    expect(mine.rows.map((row) => row.partnerOrderId ?? "").toSorted((a, b) => a.localeCompare(b))).toEqual([
      "NV-NL-0099127",
      "NV-NL-L-4410",
    ]);
    const detail = await made.house.asks(made.actors.get("nordvik")!, partnerOrder, {
      orderId: mine.rows[0]!.id,
    });
    expect(detail.steps.length).toBeGreaterThan(0);
    const other = made.house.asks(made.actors.get("klaverlaad")!, partnerOrder, {
      orderId: mine.rows[0]!.id,
    });
    await expect(other).rejects.toMatchObject({ status: 404 });
  });
});
