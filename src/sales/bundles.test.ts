import { afterAll, describe, expect, test } from "vitest";
import { noor } from "../../tests/cast.ts";
import { addLine, changeLine } from "./actions/editLines.ts";
import { startQuote } from "./actions/moveQuote.ts";
import { openSalesHouse } from "./testHouse.ts";

const { house, works, make } = await openSalesHouse();
afterAll(() => house.close());

/** A bundle of one charger with ten metres of cable, and an order it can be put on. */
const anOrderAndABundle = async (name: string) => {
  const order = await make({ name, kind: "service" });
  await house.does(noor, startQuote, { orderId: order.id });
  const article = { category: "test", listPriceCents: 0, costCents: 0, vatRate: 2100, minutes: 0 };
  const bundleId = await works(async ({ tx }) => {
    const made = await tx
      .insertInto("articles")
      .values([
        { ...article, number: `PAK-${name}`, name: "Pakket", kind: "package", listPriceCents: 1_299_00 },
        { ...article, number: `PAAL-${name}`, name: "Laadpaal", kind: "charger" },
        { ...article, number: `KABEL-${name}`, name: "Kabel per meter", kind: "material" },
      ])
      .returning("id")
      .execute();
    const [parentId = "", ...parts] = made.map(({ id }) => id);
    const components = parts.map((componentId, sort) => ({
      parentId,
      componentId,
      sort,
      quantity: sort === 0 ? 1 : 10,
    }));
    await tx.insertInto("articleComponents").values(components).execute();
    return parentId;
  });
  return { orderId: order.id, articleId: bundleId, billedToId: order.endCustomerId };
};

const partsOf = async (orderId: string) => {
  const rows = await house.platform.database.db
    .selectFrom("orderLines")
    .select(["description", "quantity"])
    .where("orderId", "=", orderId)
    .where("parentLineId", "is not", null)
    .orderBy("position")
    .execute();
  return rows.map(({ description, quantity }) => `${quantity} × ${description}`);
};

describe("a bundle on a quote", () => {
  test("brings as many parts as it is ordered times, also when that changes", async () => {
    const given = await anOrderAndABundle("drie");
    const { lines } = await house.does(noor, addLine, { ...given, quantity: 3 });
    expect(await partsOf(given.orderId)).toEqual(["3 × Laadpaal", "30 × Kabel per meter"]);
    await house.does(noor, changeLine, { lineId: lines[0]!.id, quantity: 2 });
    expect(await partsOf(given.orderId)).toEqual(["2 × Laadpaal", "20 × Kabel per meter"]);
    await house.does(noor, changeLine, { lineId: lines[0]!.id, discount: 500 });
    expect(await partsOf(given.orderId)).toEqual(["2 × Laadpaal", "20 × Kabel per meter"]);
  });

  test("goes in whole numbers only", async () => {
    const given = await anOrderAndABundle("half");
    const half = house.does(noor, addLine, { ...given, quantity: 1.5 });
    await expect(half).rejects.toMatchObject({ type: "sales/whole-bundles", status: 422 });
    const { lines } = await house.does(noor, addLine, { ...given, quantity: 1 });
    await expect(house.does(noor, changeLine, { lineId: lines[0]!.id, quantity: 0.5 })).rejects.toMatchObject(
      { type: "sales/whole-bundles" },
    );
    const metres = { orderId: given.orderId, billedToId: given.billedToId, description: "Graven" };
    await house.does(noor, addLine, { ...metres, unitPriceCents: 10_00, quantity: 2.5 });
    expect(await partsOf(given.orderId)).toEqual(["1 × Laadpaal", "10 × Kabel per meter"]);
  });
});
