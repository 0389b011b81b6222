import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import { dayOf, daysAfter, later } from "#platform";
import { noor } from "../../../tests/cast.ts";
import { usualWeights } from "../optimizer/model.ts";
import { planData } from "../plans/planData.ts";
import { holdSlot } from "../slots/actions/customer.ts";
import { offerDays, offersFor } from "../slots/offersFor.ts";
import { slotSettings } from "../slots/slotSettings.ts";
import { testHouse } from "../testHouse.ts";
import { testDay } from "../testing.ts";
import { bookVisit } from "../visits/actions/office.ts";
import { myVisit } from "../visits/queries/outside.ts";
import { changeSettings } from "./actions/changeSettings.ts";
import { tuneEntity } from "./actions/tuneEntity.ts";
import { previewSettings } from "./queries/previewSettings.ts";
import { settings } from "./queries/settings.ts";
import { weightsIn } from "./weights.ts";

const made = await testHouse(({ house }) =>
  sql`truncate planning_settings, planning_entity_settings`.execute(house.platform.database.db),
);
const { house } = made;

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
    const { until } = offerDays(await slotSettings(db), now);
    expect(await farthest()).toBe(testDay <= until ? testDay : undefined);
    expect(until).toBe(daysAfter(dayOf(now), 7));
  });

  test("are an entity's own where it differs, and follow the group elsewhere, also later", async () => {
    await house.does(noor, changeSettings, { reserveMinutes: 60 });
    const own = { businessEntity: "laderthuis", reserveMinutes: 0, offerDays: 14 };
    expect(await house.does(noor, tuneEntity, own)).toMatchObject({
      reserveMinutes: 0,
      holdMinutes: null,
      offerDays: 14,
    });
    const { db } = house.platform.database;
    const of = async (businessEntity: string) => slotSettings(db, { businessEntity });
    expect(await of("laderthuis")).toMatchObject({ reserveMinutes: 0, offerDays: 14, holdMinutes: 10 });
    expect(await of("chargecars")).toMatchObject({ reserveMinutes: 60, offerDays: 28 });
    await house.does(noor, changeSettings, { holdMinutes: 20, reserveMinutes: 45 });
    expect(await of("laderthuis")).toMatchObject({ reserveMinutes: 0, holdMinutes: 20 });
    await house.does(noor, tuneEntity, { businessEntity: "laderthuis", reserveMinutes: null });
    expect(await of("laderthuis")).toMatchObject({ reserveMinutes: 45, offerDays: 14 });
    const { entities } = await house.asks(noor, settings, {});
    expect(entities.find(({ code }) => code === "laderthuis")).toMatchObject({
      name: "LaderThuis.nl",
      tuned: { reserveMinutes: null, offerDays: 14 },
    });
    const { rows } = await sql<{ changes: unknown }>`select changes from audit_lines
      where record_type = 'planning_settings' order by id desc limit 1`.execute(db);
    expect(rows[0]!.changes).toEqual({ businessEntity: "laderthuis", reserveMinutes: [0, null] });
  });

  test("hold for the visits of that entity: how far ahead, how long held, until when changed", async () => {
    await made.crew();
    const { visit, customer } = await made.waiting({ name: "Kaat Vis", minutes: 60 });
    const other = await made.waiting({ name: "Bas Mol", minutes: 60 });
    const { db } = house.platform.database;
    await sql`update orders set business_entity = 'laderthuis' where id = ${other.orderId}`.execute(db);
    await house.does(noor, tuneEntity, {
      businessEntity: "chargecars",
      offerDays: 7,
      changeUntilHours: 336,
    });
    await house.does(noor, tuneEntity, { businessEntity: "laderthuis", holdMinutes: 30 });
    const now = house.clock.now();
    expect(await offersFor(db, visit, now)).toEqual([]);
    expect(await offersFor(db, other.visit, now)).not.toEqual([]);
    const asked = { visitId: other.visit.id, on: testDay, part: "morning" as const };
    const { expiresAt } = await house.does(other.customer, holdSlot, asked);
    expect(expiresAt).toBe(later(now, "PT30M"));
    for (const { id } of [visit, other.visit])
      await house.does(noor, bookVisit, { visitId: id, on: testDay, part: "morning" });
    const mayChange = async (who: typeof customer) =>
      (await house.asks(who, myVisit, {})).visits[0]!.canChange;
    expect(await mayChange(customer)).toBe(false);
    expect(await mayChange(other.customer)).toBe(true);
  });

  test("are not overwritten unseen by a second planner", async () => {
    await house.does(noor, changeSettings, { reserveMinutes: 60, was: { reserveMinutes: null } });
    const late = house.does(noor, changeSettings, { reserveMinutes: 15, was: { reserveMinutes: null } });
    await expect(late).rejects.toMatchObject({ status: 409, facts: { fields: ["reserveMinutes"] } });
    const businessEntity = "laderthuis";
    await house.does(noor, tuneEntity, { businessEntity, offerDays: 14, was: { offerDays: null } });
    const again = { businessEntity, offerDays: 21, was: { offerDays: null } };
    await expect(house.does(noor, tuneEntity, again)).rejects.toMatchObject({ status: 409 });
    expect((await slotSettings(house.platform.database.db, { businessEntity })).offerDays).toBe(14);
  });

  test("are not overwritten unseen by two at once, when nothing was ever tuned", async () => {
    const businessEntity = "laderthuis";
    const both = await Promise.allSettled([
      ...[60, 15].map((reserveMinutes) =>
        house.does(noor, changeSettings, { reserveMinutes, was: { reserveMinutes: null } }),
      ),
      ...[14, 21].map((offerDays) =>
        house.does(noor, tuneEntity, { businessEntity, offerDays, was: { offerDays: null } }),
      ),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([
      "fulfilled",
      "fulfilled",
      "rejected",
      "rejected",
    ]);
  });

  test("stay as they were, and nobody is told, when nothing is changed", async () => {
    const { db } = house.platform.database;
    const counts = () =>
      sql`select (select count(*) from audit_lines) as lines, (select count(*) from events) as events,
        (select count(*) from planning_settings) + (select count(*) from planning_entity_settings) as kept`
        .execute(db)
        .then(({ rows }) => rows[0]);
    const before = await counts();
    await house.does(noor, changeSettings, { was: {} });
    await house.does(noor, tuneEntity, { businessEntity: "laderthuis" });
    await house.does(noor, changeSettings, { reserveMinutes: null, was: { reserveMinutes: null } });
    await house.does(noor, tuneEntity, { businessEntity: "laderthuis", offerDays: null });
    expect(await counts()).toEqual(before);
    await house.does(noor, changeSettings, { reserveMinutes: 60 });
    await house.does(noor, tuneEntity, { businessEntity: "laderthuis", offerDays: 14 });
    const seen = await house.asks(noor, settings, {});
    const told = await counts();
    house.clock.forward("PT1M");
    expect(await house.does(noor, changeSettings, { reserveMinutes: 60 })).toEqual(seen.tuned);
    await house.does(noor, tuneEntity, { businessEntity: "laderthuis", offerDays: 14 });
    expect(await counts()).toEqual(told);
    expect(await house.asks(noor, settings, {})).toEqual(seen);
  });

  test("show staff of some entities those only", async () => {
    await house.does(noor, tuneEntity, { businessEntity: "laderthuis", offerDays: 14 });
    const codes = async (actor: typeof noor) =>
      (await house.asks(actor, settings, {})).entities.map(({ code }) => code);
    expect(await codes(noor)).toContain("laderthuis");
    expect(await codes({ ...noor, businessEntities: ["chargecars"] })).toEqual(["chargecars"]);
  });

  test("refuse what makes no sense, and who may not plan", async () => {
    const foolish = house.does(noor, changeSettings, { holdMinutes: 0 });
    await expect(foolish).rejects.toMatchObject({ status: 422 });
    const nobody = house.does(noor, tuneEntity, { businessEntity: "niemand", holdMinutes: 5 });
    await expect(nobody).rejects.toMatchObject({ status: 404 });
    const { customer } = await made.waiting({ name: "Anna Blik" });
    const own = { businessEntity: "chargecars", holdMinutes: 5 };
    for (const attempt of [
      house.does(customer, changeSettings, { holdMinutes: 5 }),
      house.does(customer, tuneEntity, own),
    ])
      await expect(attempt).rejects.toMatchObject({ status: 403 });
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
