import { afterAll, beforeAll, expect, test } from "vitest";
import { type House, openHouse } from "#platform/testing";
import { ordering } from "../index.ts";

let house: House;
beforeAll(async () => {
  house = await openHouse([ordering]);
});
afterAll(() => house.close());

test.each(["created_at", "updated_at", "number", "status_since"])(
  "the list sorted by %s passes over orders that do not fit without reading them",
  async (column) => {
    const { rows } = await house.platform.database.pool.query<{ columns: string }>(
      "select substring(indexdef from '\\((.*)\\)$') as columns from pg_indexes where tablename = 'orders'",
    );
    const known = "id, status, business_entity, kind, priority, billing_state";
    expect(rows.map(({ columns }) => columns)).toContain(`${column}, ${known}`);
  },
);

test("a search walks down from the newest order in an index that has what is searched", async () => {
  const { rows } = await house.platform.database.pool.query<{ indexdef: string }>(
    "select indexdef from pg_indexes where indexname = 'orders_found'",
  );
  expect(rows[0]?.indexdef).toContain("(created_at, id) INCLUDE (search)");
});
