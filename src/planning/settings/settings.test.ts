import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { dayOf, daysAfter } from "#platform";
import type { House } from "#platform/testing";
import { noor } from "../../../tests/cast.ts";
import { usualWeights } from "../optimizer/model.ts";
import { planData } from "../plans/planData.ts";
import { offerDays, offersFor } from "../slots/offersFor.ts";
import { slotSettings } from "../slots/slotSettings.ts";
import { planningHouse, testDay } from "../testing.ts";
import { changeSettings } from "./actions/changeSettings.ts";
import { previewSettings } from "./queries/previewSettings.ts";
import { settings } from "./queries/settings.ts";
import { weightsIn } from "./weights.ts";

let made: Awaited<ReturnType<typeof planningHouse>>;
let house: House;
beforeAll(async () => {
  made = await planningHouse();
  house = made.house;
});
afterAll(() => house.close());
beforeEach(async () => {
  await made.clear();
  await sql`truncate planning_settings`.execute(house.platform.database.db);
});

describe("the settings of planning", () => {
  test("are the product's own until tuned, one by one, and set back by nothing", async () => {
    const db = house.platform.database.db;
    expect(await house.asks(noor, settings, {})).toMatchObject({
      tuned: { reserveMinutes: null },
      usual: { reserveMinutes: 30, changeUntilHours: 24 },
      changedAt: null,
    });
    await house.does(noor, changeSettings, { reserveMinutes: 60, holdMinutes: 15 });
    await house.does(noor, changeSettings, { changeUntilHours: 48 });
    expect(await slotSettings(db)).toMatchObject({
      reserveMinutes: 60,
      holdMinutes: 15,
      changeUntilHours: 48,
    });
    await house.does(noor, changeSettings, { reserveMinutes: null });
    expect(await slotSettings(db)).toMatchObject({ reserveMinutes: 30, holdMinutes: 15 });
  });

  test("weigh in a plan, and in the ways to mend one", async () => {
    const { db } = house.platform.database;
    expect(await weightsIn(db)).toEqual(usualWeights);
    await house.does(noor, changeSettings, { priorityWeight: 90, overtimeWeight: 5, movedWeight: 240 });
    expect((await planData(db, { from: testDay, until: testDay })).weights).toMatchObject({
      unplannedPoint: 90,
      overtimeMinute: 5,
      otherCrew: 20,
      dayMoved: 240,
      partMoved: 120,
      crewMoved: 30,
    });
    const foolish = house.does(noor, changeSettings, { evenWeight: 6 });
    await expect(foolish).rejects.toMatchObject({ status: 422 });
  });

  test("say how far ahead customers choose", async () => {
    await made.crew();
    const { visit } = await made.waiting({ name: "Kaat Vis", minutes: 60 });
    const { db } = house.platform.database;
    const now = house.clock.now();
    const farthest = async () =>
      (await offersFor(db, visit, now))
        .map(({ on }) => on)
        .toSorted()
        .at(-1);
    expect(await farthest()).toBe(testDay);
    await house.does(noor, changeSettings, { offerDays: 7 });
    const { until } = await offerDays(db, now);
    expect(await farthest()).toBe(testDay <= until ? testDay : undefined);
    expect(until).toBe(daysAfter(dayOf(now), 7));
  });

  test("refuse what makes no sense, and who may not plan", async () => {
    const foolish = house.does(noor, changeSettings, { holdMinutes: 0 });
    await expect(foolish).rejects.toMatchObject({ status: 422 });
    const { customer } = await made.waiting({ name: "Anna Blik" });
    await expect(house.does(customer, changeSettings, { holdMinutes: 5 })).rejects.toMatchObject({
      status: 403,
    });
  });

  test("show beforehand what another reserve does to visits that wait", async () => {
    await made.crew({ startsAt: "07:30", endsAt: "12:00" });
    await made.waiting({ name: "Jet Aarts", minutes: 150 });
    const preview = await house.asks(noor, previewSettings, { reserveMinutes: 120 });
    expect(preview).toEqual({
      visits: 1,
      now: { halfDays: 1, without: 0 },
      after: { halfDays: 0, without: 1 },
    });
  });
});
