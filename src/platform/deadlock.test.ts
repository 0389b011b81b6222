import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { automation } from "#platform";
import { type House, openHouse } from "#platform/testing";

let house: House;
beforeAll(async () => {
  house = await openHouse([]);
});
afterAll(() => house.close());

test("two who take the same things in another order both get them, one after the other", async () => {
  const { db } = house.platform.database;
  await sql`create table things (id integer primary key, taken integer not null default 0)`.execute(db);
  await sql`insert into things values (1), (2)`.execute(db);
  const both = Promise.withResolvers<void>();
  let begun = 0;
  let attempts = 0;
  const takes = (first: number, second: number) =>
    house.works(automation("test"), async ({ tx }) => {
      attempts += 1;
      await sql`update things set taken = taken + 1 where id = ${first}`.execute(tx);
      begun += 1;
      if (begun === 2) both.resolve();
      await both.promise;
      await sql`update things set taken = taken + 1 where id = ${second}`.execute(tx);
    });
  await Promise.all([takes(1, 2), takes(2, 1)]);
  const { rows } = await sql<{ taken: number }>`select taken from things order by id`.execute(db);
  expect(rows.map(({ taken }) => taken)).toEqual([2, 2]);
  expect(attempts).toBe(3);
});
