import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type House, openHouse } from "#platform/testing";
import { capabilities } from "../../house.ts";
import { addCompany } from "../index.ts";
import { checkInvariants } from "../scale/invariants.ts";
import { type FilledWeek, fillWeek, weekInvariants, weekThere } from "./index.ts";
import { planVisits } from "./plan.ts";

let house: House;
let filled: FilledWeek;
beforeAll(async () => {
  house = await openHouse(capabilities);
  await addCompany(house.platform);
  filled = await fillWeek(house.platform, { visits: 120, crews: 10 });
});
afterAll(() => house?.close());

describe("a week to plan", () => {
  test("has the visits and crews that were asked for, about a third promised", async () => {
    expect(filled).toMatchObject({ visits: 120, crews: 10, from: "2026-03-09", until: "2026-03-13" });
    expect(filled.promised / filled.visits).toBeGreaterThan(0.25);
    expect(filled.promised / filled.visits).toBeLessThan(0.45);
    const { rows } = await sql<{ orders: string; visits: number }>`
      select o.status || ' ' || v.status as orders, count(*)::int as visits from visits v join orders o on o.id = v.order_id
      group by 1 order by 1`.execute(house.platform.database.db);
    expect(rows).toEqual([
      { orders: "planning planned", visits: filled.waiting },
      { orders: "scheduled scheduled", visits: filled.promised },
    ]);
  });

  test("hangs together", async () => {
    const verdicts = await checkInvariants(house.platform.database.db, capabilities, weekInvariants);
    expect(verdicts.filter(({ breaches }) => breaches > 0)).toEqual([]);
  });

  test("brings the depots from which its crews leave", async () => {
    const { db } = house.platform.database;
    const depots = await db.selectFrom("depots").select("name").orderBy("name").execute();
    expect(depots.map(({ name }) => name)).toEqual(["Nijkerk", "Tilburg", "Zwolle"]);
    const { rows: elsewhere } =
      await sql`select from day_crews c where c.depot_name not like 'Thuis %' and not exists (
      select from depots d where d.name = c.depot_name and d.latitude = c.depot_latitude and d.longitude = c.depot_longitude)`.execute(
        db,
      );
    expect(elsewhere).toEqual([]);
  });

  test("is the same for the same numbers, and another for others", () => {
    const days = ["2026-03-09", "2026-03-10", "2026-03-11", "2026-03-12", "2026-03-13"];
    const plan = (seed: number) => planVisits({ visits: 60, crews: 5, seed }, days);
    expect(plan(7)).toEqual(plan(7));
    expect(plan(7)).not.toEqual(plan(8));
    const made = plan(7);
    expect(made.every(({ minutes }) => minutes >= 30 && minutes <= 300)).toBe(true);
  });

  test("is not seeded twice", async () => {
    const again = fillWeek(house.platform, { visits: 10, crews: 2 });
    await expect(again).rejects.toMatchObject({ type: weekThere().type });
  });
});
