import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type House, openHouse } from "#platform/testing";
import {
  addNote,
  listFoundNotes,
  listKeptNotes,
  listNotes,
  makeNotesTable,
  notesCapability,
  somebody,
} from "./testing/notes.ts";

let house: House;
beforeAll(async () => {
  house = await openHouse([notesCapability()]);
  await makeNotesTable(house);
  for (let index = 0; index < 25; index += 1)
    await house.does(somebody, addNote, { title: `n${index % 4}`, rank: index % 3 });
});
afterAll(() => house?.close());

type Sort = "rank" | "-rank" | "title" | "-title";
const ways = [
  ["whose statement is built each time", listNotes],
  ["whose statements are kept", listKeptNotes],
  ["whose ids are found first", listFoundNotes],
] as const;
type List = typeof listNotes;
const pageOf = (list: List) => (sort: Sort, cursor?: string) =>
  house.asks(somebody, list, { sort, limit: 4, ...(cursor ? { cursor } : {}) });

describe.each(ways)("the total of a list %s", (_, list) => {
  const page = pageOf(list);
  const totalOf = (more: object) => house.asks(somebody, list, { limit: 4, total: true, ...more } as never);

  test("is exact as long as it is small, and not counted unless somebody asks", async () => {
    expect(await totalOf({})).toMatchObject({ total: 25 });
    expect(await page("rank")).not.toHaveProperty("total");
  });

  test("stops just above a thousand", async () => {
    const { db } = house.platform.database;
    await sql`insert into test_notes (title, rank) select 'many', 9 from generate_series(1, 1500)`.execute(
      db,
    );
    expect((await totalOf({})).total).toBe(1001);
    await sql`delete from test_notes where title = 'many'`.execute(db);
  });
});

const walkOf =
  (list: List) =>
  async (sort: Sort, between: () => Promise<unknown> = async () => undefined) => {
    const ids: string[] = [];
    let cursor: string | undefined;
    do {
      const { rows, next } = await pageOf(list)(sort, cursor);
      ids.push(...rows.map(({ id }) => id));
      cursor = next ?? undefined;
      await between();
    } while (cursor);
    return ids;
  };

describe.each(ways)("a list in pages %s", (_, list) => {
  const page = pageOf(list);
  const walk = walkOf(list);
  test.each(["rank", "-rank", "title", "-title"] as const)(
    "shows every row once, sorted by %s, with ties",
    async (sort) => {
      const whole = (await house.asks(somebody, list, { sort, limit: 200 })).rows.map(({ id }) => id);
      expect(whole.length).toBeGreaterThanOrEqual(25);
      expect(await walk(sort)).toEqual(whole);
    },
  );

  test("goes the other way in exactly the other order", async () => {
    expect((await walk("-rank")).toReversed()).toEqual(await walk("rank"));
  });

  test("skips and repeats nothing while rows are added in front", async () => {
    const before = await walk("-rank");
    const during = await walk("-rank", () => house.does(somebody, addNote, { title: "new", rank: 9 }));
    expect(during).toEqual(before);
  });

  test("refuses a cursor of another sort, or one that was made up", async () => {
    const { next } = await page("rank");
    await expect(page("title", next ?? "")).rejects.toMatchObject({
      status: 400,
      type: "platform/stale-cursor",
    });
    const madeUp = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
    for (const cursor of ["x", madeUp(null), madeUp({}), madeUp(["rank", 1]), madeUp(["rank", 1, 7])])
      await expect(page("rank", cursor)).rejects.toMatchObject({ status: 400 });
    for (const given of [
      ["rank", "a", "b"],
      ["rank", 1, "b"],
      ["rank", { a: 1 }, somebody.userId],
    ])
      await expect(page("rank", madeUp(given))).rejects.toMatchObject({ status: 400 });
  });
});
