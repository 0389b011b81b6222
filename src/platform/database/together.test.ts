import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { freshDatabase, type TestDatabase } from "../testing/database.ts";
import { type Database, type Db, openDatabase } from "./open.ts";
import { memoryOfTransaction, together } from "./together.ts";

let fresh: TestDatabase;
let database: Database;
beforeAll(async () => {
  fresh = await freshDatabase();
  database = openDatabase(fresh.url, { max: 3 });
});
afterAll(async () => {
  await database?.close();
  await fresh?.drop();
});

const connectionOf = async (db: Db) => {
  const { rows } = await sql<{ id: number }>`select pg_backend_pid() as id`.execute(db);
  return rows[0]?.id;
};
const seriesOf = (db: Db, entity: string) =>
  db.selectFrom("numberSeries").select(["entity", "last"]).where("entity", "=", entity).execute();

describe("what is asked together", () => {
  test("goes over one connection, each with its own answer", async () => {
    const [first, series, second] = await together(database.db, (one) => [
      connectionOf(one),
      seriesOf(one, "CC"),
      connectionOf(one),
    ]);
    expect(first).toBe(second);
    expect(series).toEqual([]);
  });

  test("sees what its transaction wrote", async () => {
    const found = database.db.transaction().execute(async (tx) => {
      await tx
        .insertInto("numberSeries")
        .values({ entity: "CC", kind: "order", year: 2026, last: 7 })
        .execute();
      return together(tx, (one) => [seriesOf(one, "CC"), seriesOf(one, "LH")]);
    });
    expect(await found).toEqual([[{ entity: "CC", last: 7 }], []]);
  });

  test("fails when one of it fails, once all of it was answered", async () => {
    let answered = false;
    const asked = together(database.db, (one) => [
      sql`select 1 / 0`.execute(one),
      sql`select pg_sleep(0.1)`.execute(one).then(() => (answered = true)),
    ]);
    await expect(asked).rejects.toMatchObject({ code: "22012" });
    expect(answered).toBe(true);
    expect(await seriesOf(database.db, "CC")).toHaveLength(1);
  });

  test("begins no transaction of its own", async () => {
    const asked = together(database.db, (one) => [one.transaction().execute((tx) => seriesOf(tx, "CC"))]);
    await expect(asked).rejects.toThrow("begins no transaction");
  });
});

describe("what a transaction remembers", () => {
  const memory = memoryOfTransaction<string>();

  test("is known to all that is asked in it, also together, and to nobody else", async () => {
    await database.db.transaction().execute(async (tx) => {
      memory(tx)?.set("CC", "read");
      await together(tx, (one) => [Promise.resolve(expect(memory(one)?.get("CC")).toBe("read"))]);
      await together(database.db, (other) => [Promise.resolve(expect(memory(other)).toBeUndefined())]);
      await database.db
        .transaction()
        .execute((another) => Promise.resolve(expect(memory(another)?.get("CC")).toBeUndefined()));
    });
    expect(memory(database.db)).toBeUndefined();
  });

  test("is gone in the next transaction on the same connection", async () => {
    const alone = openDatabase(fresh.url, { max: 1 });
    await alone.db.transaction().execute(async (tx) => {
      await together(tx, (one) => [Promise.resolve(memory(one)?.set("CC", "read")), connectionOf(one)]);
    });
    await alone.db
      .transaction()
      .execute((tx) =>
        together(tx, (one) => [Promise.resolve(expect(memory(one)?.get("CC")).toBeUndefined())]),
      );
    await together(alone.db, (one) => [Promise.resolve(expect(memory(one)).toBeUndefined())]);
    await alone.close();
  });
});
