import { sql } from "kysely";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { bookHalfDay, visits } from "#planning";
import { planningHouse, testDay } from "#planning/testing";
import type { Person } from "#platform";
import { noor, sam } from "../../tests/cast.ts";
import { callOff } from "./actions/callOff.ts";
import { arrive, depart } from "./actions/underWay.ts";
import { field } from "./index.ts";
import { day } from "./queries/field.ts";

const other: Person = { ...sam, userId: "0190f000-0000-7000-8000-00000000000f", name: "Piet van Ploeg 2" };

const made = await planningHouse([field]);
const { house } = made;
for (const { userId, name } of [sam, other])
  await sql`insert into users (id, name, email, role) values (${userId}, ${name}, ${`${userId}@example.com`}, 'technician')`.execute(
    house.platform.database.db,
  );
afterAll(() => house.close());
beforeEach(async () => {
  house.clock.set("2026-03-02T08:00:00.000Z");
  await sql`truncate work_orders cascade`.execute(house.platform.database.db);
  await made.clear();
});

/** Sam's job of today; the crew is about to leave. */
const job = async () => {
  await made.crew({ userId: sam.userId });
  const { visit } = await made.waiting();
  await house.works(noor, async (work) =>
    bookHalfDay(work, await visits.lock(work.tx, visit.id), { on: testDay, part: "morning" }),
  );
  await house.settles();
  house.clock.set(`${testDay}T06:45:00.000Z`);
  const { stops } = await house.asks(sam, day, {});
  return { visitId: visit.id, workOrderId: stops[0]!.workOrderId! };
};

describe("a job that a planner gives to another crew", () => {
  test("is not begun by the crew that had it, also not at that very moment", async () => {
    const { workOrderId, visitId } = await job();
    const elsewhere = await made.crew({ name: "Ploeg 2", userId: other.userId });
    let departing: Promise<unknown> = Promise.resolve();
    await house.works(noor, async (work) => {
      await visits.lock(work.tx, visitId);
      departing = house.does(sam, depart, { workOrderId }).catch((problem) => problem);
      await new Promise((done) => setTimeout(done, 300));
      await visits.change(work, visitId, { crewId: elsewhere.crewId });
    });
    expect(await departing).toMatchObject({ status: 403 });
    expect(await visits.byId(house.platform.database.db, visitId)).toMatchObject({ status: "scheduled" });
  });
});

describe("a phone that tells later when something happened", () => {
  test("is not believed that work ended before it began, nor that the crew was there before its day", async () => {
    const { workOrderId, visitId } = await job();
    const told = () => visits.byId(house.platform.database.db, visitId);
    await house.does(sam, depart, { workOrderId });
    house.clock.set(`${testDay}T09:00:00.000Z`);
    await house.does(sam, arrive, { workOrderId, at: "1970-01-01T00:00:00.000Z" });
    expect(await told()).toMatchObject({ actualStart: `${testDay}T09:00:00.000Z` });
    house.clock.set(`${testDay}T11:00:00.000Z`);
    const ended = { workOrderId, reason: "Niemand thuis" };
    await house.does(sam, callOff, { ...ended, at: `${testDay}T08:59:00.000Z` });
    expect(await told()).toMatchObject({ actualEnd: `${testDay}T11:00:00.000Z`, status: "partial" });
  });

  test("is believed about an hour in between", async () => {
    const { workOrderId, visitId } = await job();
    house.clock.set(`${testDay}T12:00:00.000Z`);
    await house.does(sam, depart, { workOrderId });
    await house.does(sam, arrive, { workOrderId, at: `${testDay}T07:10:00.000Z` });
    const at = `${testDay}T07:25:00.000Z`;
    await house.does(sam, callOff, { workOrderId, reason: "Niemand thuis", at });
    expect(await visits.byId(house.platform.database.db, visitId)).toMatchObject({
      actualStart: `${testDay}T07:10:00.000Z`,
      actualEnd: at,
    });
  });
});
