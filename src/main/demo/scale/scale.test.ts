import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type House, openHouse } from "#platform/testing";
import { capabilities } from "../../house.ts";
import { addCompany } from "../index.ts";
import { alreadyFilled, type Filled, fillToScale } from "./index.ts";
import { checkInvariants } from "./invariants.ts";

const scale = 0.02;
let house: House;
let filled: Filled;
const shares: number[] = [];
beforeAll(async () => {
  house = await openHouse(capabilities);
  await addCompany(house.platform);
  filled = await fillToScale(house.platform, { scale, onProgress: (done) => shares.push(done) });
});
afterAll(() => house?.close());

/** The names of the rules that are broken, after the damage that is done for the length of the look. */
const brokenAfter = async (damage = "") => {
  const names: string[] = [];
  const rolledBack = house.platform.database.db.transaction().execute(async (tx) => {
    if (damage) await sql.raw(`set local session_replication_role = replica`).execute(tx);
    if (damage) await sql.raw(damage).execute(tx);
    for (const { name, breaches } of await checkInvariants(tx, capabilities))
      if (breaches > 0) names.push(name);
    throw new Error("not kept");
  });
  await expect(rolledBack).rejects.toThrow("not kept");
  return names;
};

describe("a company of another size", () => {
  test("has the records it should have, and says how far it is", async () => {
    expect(filled.records).toBe(Math.round(57_445 * scale));
    expect(shares.at(-1)).toBe(1);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    const { rows } = await house.platform.database.pool.query(
      "select status, count(*)::int from orders group by status",
    );
    expect(rows.length).toBeGreaterThan(5);
  });

  test("hangs together", async () => {
    expect(await brokenAfter()).toEqual([]);
  });

  test("is not filled twice", async () => {
    await expect(fillToScale(house.platform, { scale })).rejects.toMatchObject({
      type: alreadyFilled().type,
    });
  });

  const one = "where id = (select id from orders order by id limit 1)";
  test.each([
    [
      "a lost party",
      "delete from order_parties where role = 'account'",
      "every order has its account as a party",
    ],
    [
      "a wrong total",
      `update orders set total_cents = total_cents + 1 ${one}`,
      "the total of an order is the sum of its lines",
    ],
    [
      "a status without a move",
      `update orders set status = 'planning' where status = 'completed'`,
      "the last move of an order led to its status",
    ],
    ["a status that is none", `update orders set status = 'lost' ${one}`, "orders have statuses that exist"],
    ["a lonely contact", "delete from contact_organizations", "every contact belongs to an organization"],
    ["a lost search text", `update orders set search = '' ${one}`, "every order can be found by its text"],
    [
      "a missing invoice",
      "delete from invoices where number like '%00002'",
      "no invoice number is missing or double",
    ],
    [
      "a series that fell back",
      "update number_series set last = last - 1 where kind = 'visit'",
      "the series of numbers is ahead of the visits",
    ],
  ])("the check sees %s", async (_what, damage, name) => {
    expect(await brokenAfter(damage)).toContain(name);
  });
});
