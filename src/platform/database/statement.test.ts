import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { freshDatabase, type TestDatabase } from "../testing/database.ts";
import { type Database, type Db, openDatabase } from "./open.ts";
import { type Given, shapedStatement, statement } from "./statement.ts";

let fresh: TestDatabase;
let database: Database;
beforeAll(async () => {
  fresh = await freshDatabase();
  database = openDatabase(fresh.url, { max: 2 });
  await database.pool.query(
    "insert into number_series (entity, kind, year, last) values ('CC', 'order', 2025, 41), ('CC', 'order', 2026, 7)",
  );
});
afterAll(async () => {
  await database?.close();
  await fresh?.drop();
});

const series = (db: Db, entity: string, year: number) =>
  db
    .selectFrom("numberSeries as s")
    .select(["s.year", "s.last as lastNumber"])
    .where("s.kind", "=", "order")
    .where("s.year", "=", year)
    .where("s.entity", "=", entity);

describe("a statement", () => {
  test("is built once and sent with the values of each call, in a transaction too", async () => {
    const build = vi.fn<typeof series>(series);
    const seriesOf = statement(build);
    expect(await seriesOf(database.db, "CC", 2025)).toEqual([{ year: 2025, lastNumber: 41 }]);
    expect(await seriesOf(database.db, "LH", 2025)).toEqual([]);
    const within = await database.db.transaction().execute((tx) => seriesOf(tx, "CC", 2026));
    expect(within).toEqual([{ year: 2026, lastNumber: 7 }]);
    expect(build).toHaveBeenCalledOnce();
  });

  test("refuses to be built by looking at a value", async () => {
    const byYear = statement((db, year: number) => series(db, "CC", year > 2025 ? year : 2025));
    await expect(byYear(database.db, 2026)).rejects.toThrow("not known while it is built");
    const byName = statement((db, entity: string) => series(db, `${entity}X`, 2025));
    await expect(byName(database.db, "CC")).rejects.toThrow("not known while it is built");
  });
});

interface Filters extends Given {
  entity?: string | undefined;
  years?: number[] | undefined;
  drawn?: boolean | undefined;
}
const chosen = (db: Db, form: "asc" | "desc", { entity, years, drawn }: Filters) => {
  let select = db.selectFrom("numberSeries as s").select(["s.year", "s.entity"]).orderBy("s.year", form);
  if (entity) select = select.where("s.entity", "=", entity);
  if (years) select = select.where("s.year", "in", years);
  return drawn ? select.where("s.last", ">", 0) : select;
};

describe("a statement of many shapes", () => {
  test("is built once for what is given and how many, and gives what each call asks for", async () => {
    const build = vi.fn<typeof chosen>(chosen);
    const series = shapedStatement(build);
    const yearsOf = async (form: "asc" | "desc", given: Filters) =>
      (await series(database.db, form, given)).map(({ year }) => year);
    expect(await yearsOf("asc", { entity: "CC" })).toEqual([2025, 2026]);
    expect(await yearsOf("asc", { entity: "LH" })).toEqual([]);
    expect(await yearsOf("asc", { entity: "CC", years: [], drawn: false })).toEqual([2025, 2026]);
    expect(build).toHaveBeenCalledTimes(1);
    expect(await yearsOf("desc", { entity: "CC" })).toEqual([2026, 2025]);
    expect(await yearsOf("asc", { years: [2026], drawn: true })).toEqual([2026]);
    expect(await yearsOf("asc", { years: [2025], drawn: true })).toEqual([2025]);
    expect(await yearsOf("asc", { years: [2025, 2026], drawn: true })).toEqual([2025, 2026]);
    expect(build).toHaveBeenCalledTimes(4);
  });

  test("keeps so many shapes only, and builds a forgotten one again", async () => {
    const build = vi.fn<typeof chosen>(chosen);
    const series = shapedStatement(build);
    for (let many = 1; many <= 201; many += 1)
      await series(database.db, "asc", { years: Array.from({ length: many }, () => 2025) });
    expect(await series(database.db, "asc", { years: [2026] })).toEqual([{ year: 2026, entity: "CC" }]);
    expect(build).toHaveBeenCalledTimes(202);
  });
});
