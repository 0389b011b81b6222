import { afterAll, beforeAll, expect, test } from "vitest";
import { type Database, openDatabase } from "#platform";
import { freshDatabase, type TestDatabase } from "#platform/testing";
import { withoutListIndexes } from "./listIndexes.ts";

let fresh: TestDatabase;
let database: Database;
beforeAll(async () => {
  fresh = await freshDatabase();
  database = openDatabase(fresh.url, { max: 2 });
});
afterAll(async () => {
  await database?.close();
  await fresh?.drop();
});

const indexes = async () => {
  const { rows } = await database.pool.query<{ indexdef: string }>(
    "select indexdef from pg_indexes where schemaname = 'public' order by indexname",
  );
  return rows.map(({ indexdef }) => indexdef);
};
const names = (definitions: readonly string[]) =>
  definitions.map((text) => text.split(" INDEX ")[1]!.split(" ")[0]!);

test("indexes of lists are away meanwhile and back afterwards, the others stay", async () => {
  const before = await indexes();
  let meanwhile: string[] = [];
  await withoutListIndexes(database.pool, async () => {
    meanwhile = names(await indexes());
  });
  const lists = ["orders_search", "orders_updated", "orders_status", "contacts_search", "invoices_due"];
  expect(names(before)).toEqual(expect.arrayContaining(lists));
  expect(meanwhile.filter((name) => lists.includes(name))).toEqual([]);
  expect(meanwhile).toEqual(
    expect.arrayContaining([
      "orders_pkey",
      "orders_number_key",
      "jobs_due",
      "visits_crew_in_one_place",
      "events_of_order",
    ]),
  );
  expect(await indexes()).toEqual(before);
});
