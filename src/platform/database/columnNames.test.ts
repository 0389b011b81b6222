import { type Kysely, sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { freshDatabase, type TestDatabase } from "../testing/database.ts";
import { type Database, type Db, openDatabase } from "./open.ts";

let fresh: TestDatabase;
let database: Database;
beforeAll(async () => {
  fresh = await freshDatabase();
  database = openDatabase(fresh.url, { max: 1 });
  await database.pool.query(
    "create table planned_visits (visit_id integer, was_late boolean, sha256 text, facts jsonb)",
  );
});
afterAll(async () => {
  await database?.close();
  await fresh?.drop();
});
const visits = () => database.db as unknown as Kysely<{ plannedVisits: Record<string, unknown> }>;

describe("names of columns", () => {
  test("are ours in code and the database's in the database", async () => {
    await visits()
      .insertInto("plannedVisits")
      .values({ visitId: 1, wasLate: true, sha256: "ab", facts: JSON.stringify({ from_day: 1 }) })
      .execute();
    const given = await visits()
      .selectFrom("plannedVisits as pV")
      .selectAll("pV")
      .where("pV.visitId", "=", 1)
      .execute();
    expect(given).toEqual([{ visitId: 1, wasLate: true, sha256: "ab", facts: { from_day: 1 } }]);
    const { rows } = await database.pool.query("select * from planned_visits");
    expect(rows).toEqual([{ visit_id: 1, was_late: true, sha256: "ab", facts: { from_day: 1 } }]);
  });

  test("are translated in a statement of our own as well, in what it gives", async () => {
    const { rows } = await sql`select 1 as visit_id, null as was_late, ${"x"}::text as x`.execute(
      database.db as Db,
    );
    expect(rows).toEqual([{ visitId: 1, wasLate: null, x: "x" }]);
  });
});
