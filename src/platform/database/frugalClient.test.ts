import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { freshDatabase, type TestDatabase } from "../testing/database.ts";
import { thenCommit } from "./frugalClient.ts";
import { type Database, openDatabase } from "./open.ts";
import { isStalePlan } from "./preparedNames.ts";

let fresh: TestDatabase;
let database: Database;
beforeAll(async () => {
  fresh = await freshDatabase();
  database = openDatabase(fresh.url, { max: 2 });
  await database.pool.query("create table things (id integer primary key, name text)");
});
afterAll(async () => {
  await database?.close();
  await fresh?.drop();
});

const names = async () =>
  (await database.pool.query("select name from things order by id")).rows.map(({ name }) => String(name));
const inTransaction = (...statements: ReturnType<typeof sql>[]) =>
  database.db.transaction().execute(async (tx) => {
    for (const statement of statements) await statement.execute(tx);
  });
const last = (id: number, name: string) =>
  sql`${sql.raw(thenCommit)} insert into things values (${id}, ${name})`;

describe("a transaction", () => {
  test("begins with its first statement and ends with its last", async () => {
    await inTransaction(sql`insert into things values (1, 'first')`, last(2, "last"));
    expect(await names()).toEqual(["first", "last"]);
  });

  test("leaves nothing behind when its last statement fails", async () => {
    const twice = inTransaction(sql`insert into things values (3, 'third')`, last(3, "again"));
    await expect(twice).rejects.toMatchObject({ code: "23505" });
    expect(await names()).toEqual(["first", "last"]);
  });

  test("leaves nothing behind when it is given up, before its first statement too", async () => {
    const givenUp = database.db.transaction().execute(async (tx) => {
      await sql`insert into things values (4, 'fourth')`.execute(tx);
      throw new Error("given up");
    });
    await expect(givenUp).rejects.toThrow("given up");
    await expect(
      database.db.transaction().execute(() => Promise.reject(new Error("at once"))),
    ).rejects.toThrow("at once");
    expect(await names()).toEqual(["first", "last"]);
  });

  test("says so when it cannot be committed", async () => {
    await database.pool.query(
      "create table later (id integer references things deferrable initially deferred)",
    );
    await expect(inTransaction(sql`insert into later values (99)`)).rejects.toMatchObject({ code: "23503" });
    await expect(
      inTransaction(sql`${sql.raw(thenCommit)} insert into later values (${98})`),
    ).rejects.toMatchObject({
      code: "23503",
    });
    expect((await database.pool.query("select * from later")).rows).toEqual([]);
  });
});

describe("a prepared statement", () => {
  test("gives the same the first time and when its rows need no description any more", async () => {
    const read = (id: number) =>
      sql`select id, name, null as note from things where id = ${id}`.execute(database.db);
    for (let times = 0; times < 8; times += 1) {
      expect((await read(1)).rows).toEqual([{ id: 1, name: "first", note: null }]);
      expect((await read(77)).rows).toEqual([]);
    }
    const write = (name: string) => sql`update things set name = ${name} where id = 2`.execute(database.db);
    for (let times = 0; times < 8; times += 1) expect((await write("last")).numAffectedRows).toBe(1n);
  });

  test("tells of a value that cannot be, and works again after that", async () => {
    const read = (id: unknown) => sql`select name from things where id = ${id}`.execute(database.db);
    for (let times = 0; times < 8; times += 1) await read(1);
    await expect(read("one")).rejects.toMatchObject({ code: "22P02" });
    const unwritable = {
      toPostgres: () => {
        throw new Error("cannot be written");
      },
    };
    await expect(read(unwritable)).rejects.toThrow("cannot be written");
    expect((await read(1)).rows).toEqual([{ name: "first" }]);
  });

  test("is prepared anew after its table was changed", () =>
    // On one connection, for each has statements of its own.
    database.db.connection().execute(async (db) => {
      const read = () => sql`select * from things where id = ${1}`.execute(db);
      for (let times = 0; times < 8; times += 1) await read();
      const prepared = await sql<{ statement: string }>`select statement from pg_prepared_statements`.execute(
        db,
      );
      expect(prepared.rows.map(({ statement }) => statement)).toContain("select * from things where id = $1");
      await database.pool.query("alter table things add column colour text");
      const error = await read().catch((problem: unknown) => problem);
      expect(isStalePlan(error)).toBe(true);
      expect((await read()).rows).toEqual([{ id: 1, name: "first", colour: null }]);
    }));
});
