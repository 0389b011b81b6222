import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { expected, partnerHouse, read } from "./testing.ts";

let made: Awaited<ReturnType<typeof partnerHouse>>;
beforeAll(async () => {
  made = await partnerHouse();
});
afterAll(() => made.house.close());

describe("orders as partners send them", () => {
  test.each(expected.filter(({ order }) => order).map((each) => [each.file, each] as const))(
    "%s ends as agreed",
    async (file, want) => {
      const payload = read(file);
      const given = await made.send(want.partner, payload);
      const { order, result, flags, tasks, warnings = [] } = want;
      expect(given).toMatchObject({
        status: want.http_status,
        body: { result, flags, tasks, warnings, partner_order_id: order!.partner_order_id },
      });
      const { customer, site, products, preferred_date, notes, references } = order!;
      const stored = await made.storedOrder(given.body!.order_id);
      expect(stored).toMatchObject({ customer, site, products, preferred_date, notes, references });

      const again = await made.send(want.partner, payload);
      expect(again).toMatchObject({
        status: 200,
        body: { result: "existing", order_number: given.body!.order_number },
      });
    },
  );

  test.each(expected.filter(({ result }) => result === "refused").map((each) => [each.file, each] as const))(
    "%s is refused by field",
    async (file, want) => {
      const given = await made.send(want.partner, read(file));
      expect(given.status).toBe(want.http_status);
      expect(given.problem?.facts.errors).toMatchObject(want.errors);
    },
  );

  test.each(expected.filter(({ result }) => result === "existing").map((each) => [each.file, each] as const))(
    "%s changes nothing and is put before a person",
    async (file, want) => {
      const { status, body } = await made.send(want.partner, read(file));
      expect(status).toBe(want.http_status);
      expect(body).toMatchObject({ result: "existing", flags: want.flags, tasks: want.tasks });
      expect(body?.differences.map(({ pointer }) => pointer)).toEqual(want.differences);
    },
  );

  test("starts after the intake when the partner delivered all answers", async () => {
    const { db } = made.house.platform.database;
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
    const { db } = made.house.platform.database;
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
    const { db } = made.house.platform.database;
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
