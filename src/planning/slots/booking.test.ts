import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import { noor } from "../../../tests/cast.ts";
import { testHouse } from "../testHouse.ts";
import { testDay } from "../testing.ts";
import { bookVisit } from "../visits/actions/office.ts";
import { myOffers, myVisit } from "../visits/queries/outside.ts";
import { bookSlot, dropMyVisit, holdSlot } from "./actions/customer.ts";

const day = testDay;
const nextDay = "2026-03-11";

const made = await testHouse();
const { house } = made;

const db = () => house.platform.database.db;
/** Nobody was told yet: such as after a plan that was made but not sent. */
const unconfirm = (visitId: string) =>
  sql`update visits set confirmed_at = null, confirmed_by = null where id = ${visitId}`.execute(db());
const placeOf = (visitId: string) =>
  db()
    .selectFrom("visits")
    .select(["onDay as on", "dayPart as part", "crewId", "confirmedAt", "plannedStart"])
    .where("id", "=", visitId)
    .executeTakeFirstOrThrow();
const slots = async (customer: Awaited<ReturnType<typeof made.waiting>>["customer"]) =>
  (await house.asks(customer, myOffers, {})).offers.map(({ on, part }) => `${on} ${part}`);

/** A short day with an unconfirmed visit on it, and another day with room. */
const aFullDay = async () => {
  await made.crew({ endsAt: "12:30" });
  const other = await made.crew({ on: nextDay });
  const standing = await made.waiting({ name: "Stan Staand" });
  await house.does(noor, bookVisit, { visitId: standing.visit.id, on: day, part: "morning" });
  await unconfirm(standing.visit.id);
  await house.settles();
  return { standing: standing.visit.id, otherCrewId: other.crewId };
};

describe("a half day for which another visit has to make room", () => {
  test("is offered, and booking really moves that visit, of which nobody hears", async () => {
    const { standing, otherCrewId } = await aFullDay();
    const { visit, customer } = await made.waiting();
    expect(await slots(customer)).toEqual([`${day} morning`, `${nextDay} morning`, `${nextDay} afternoon`]);
    const before = (await made.mails()).length;
    await house.does(customer, bookSlot, { visitId: visit.id, on: day, part: "morning" });
    await house.settles();
    expect(await placeOf(visit.id)).toMatchObject({ on: day, part: "morning" });
    expect(await placeOf(standing)).toMatchObject({ on: nextDay, crewId: otherCrewId, confirmedAt: null });
    expect((await made.mails()).slice(before).map(({ template }) => template)).toEqual([
      "planning/appointment-confirmed",
    ]);
  });

  test("is kept for who holds it: the other has gone by then", async () => {
    const { standing } = await aFullDay();
    const { visit, customer } = await made.waiting();
    await house.does(customer, holdSlot, { visitId: visit.id, on: day, part: "morning" });
    expect(await placeOf(standing)).toMatchObject({ on: nextDay });
    const booked = await house.does(customer, bookSlot, { visitId: visit.id, on: day, part: "morning" });
    expect(booked).toMatchObject({ on: day, part: "morning" });
  });

  test("goes to one of many who want it at once, and the others keep drivable days", async () => {
    await aFullDay();
    const all = [];
    for (let index = 0; index < 12; index += 1)
      all.push(await made.waiting({ name: `Klant Nummer${index}` }));
    const results = await Promise.allSettled(
      all.map(({ visit, customer }, index) => {
        const on = index % 2 === 0 ? day : nextDay;
        return house.does(customer, bookSlot, { visitId: visit.id, on, part: "morning" });
      }),
    );
    const kinds = results.map((each) => (each.status === "fulfilled" ? "booked" : String(each.reason.type)));
    expect(new Set(kinds)).toEqual(new Set(["booked", "planning/slot-taken"]));
    const { rows } = await sql<{ count: number }>`select count(*)::integer as count from visits
      where on_day = ${day} and status = 'scheduled'`.execute(db());
    expect(rows[0]?.count).toBe(1);
  });

  test("is not offered when that visit was confirmed, pinned, or belongs to another one", async () => {
    const { standing } = await aFullDay();
    const { visit, customer } = await made.waiting();
    await sql`update visits set is_pinned = true where id = ${standing}`.execute(db());
    expect(await slots(customer)).not.toContain(`${day} morning`);
    await sql`update visits set is_pinned = false, linked_to_id = ${visit.id}, link_kind = 'after' where id = ${standing}`.execute(
      db(),
    );
    expect(await slots(customer)).not.toContain(`${day} morning`);
    await sql`update visits set linked_to_id = null, link_kind = null, confirmed_at = ${house.clock.now()}, confirmed_by = 'planner' where id = ${standing}`.execute(
      db(),
    );
    expect(await slots(customer)).not.toContain(`${day} morning`);
    const taking = house.does(customer, bookSlot, { visitId: visit.id, on: day, part: "morning" });
    await expect(taking).rejects.toMatchObject({ type: "planning/slot-taken" });
  });
});

describe("a visit with demands", () => {
  test("is offered only what they allow, and cannot be booked elsewhere", async () => {
    await made.crew();
    await made.crew({ on: nextDay });
    const { visit, customer } = await made.waiting();
    await sql`insert into visit_windows (visit_id, on_day, from_minute, until_minute)
      values (${visit.id}, ${nextDay}, 780, 840)`.execute(db());
    expect(await slots(customer)).toEqual([`${nextDay} afternoon`]);
    const early = house.does(customer, bookSlot, { visitId: visit.id, on: nextDay, part: "morning" });
    await expect(early).rejects.toMatchObject({ type: "planning/slot-taken" });
    await house.does(customer, bookSlot, { visitId: visit.id, on: nextDay, part: "afternoon" });
    expect((await placeOf(visit.id)).plannedStart).toBe("2026-03-11T12:00:00.000Z");
  });

  test("comes on a later day than the one it follows, and before the one that follows it", async () => {
    for (const on of [day, nextDay, "2026-03-12"]) await made.crew({ on });
    const survey = await made.waiting({ minutes: 60, name: "Sien Schouw" });
    const job = await made.waiting({ name: "Jan Klus" });
    await sql`update visits set linked_to_id = ${survey.visit.id}, link_kind = 'after' where id = ${job.visit.id}`.execute(
      db(),
    );
    expect(await slots(job.customer)).toEqual([]);
    await house.does(noor, bookVisit, { visitId: survey.visit.id, on: nextDay, part: "afternoon" });
    expect(await slots(job.customer)).toEqual(["2026-03-12 morning", "2026-03-12 afternoon"]);
    await house.does(job.customer, bookSlot, { visitId: job.visit.id, on: "2026-03-12", part: "morning" });
    expect((await slots(survey.customer)).every((slot) => slot < "2026-03-12")).toBe(true);
  });

  test("is for a planner when two crews begin together", async () => {
    await made.crew();
    const first = await made.waiting({ name: "Een Samen" });
    const second = await made.waiting({ name: "Twee Samen" });
    await sql`update visits set linked_to_id = ${first.visit.id}, link_kind = 'together' where id = ${second.visit.id}`.execute(
      db(),
    );
    expect(await slots(first.customer)).toEqual([]);
    expect(await slots(second.customer)).toEqual([]);
  });
});

describe("a held half day", () => {
  test("is kept while others shift around it, and no longer than it lasts", async () => {
    await made.crew({ endsAt: "17:30" });
    const standing = await made.waiting({ name: "Mia Middag", minutes: 120 });
    await house.does(noor, bookVisit, { visitId: standing.visit.id, on: day, part: "afternoon" });
    const first = await made.waiting({ minutes: 120 });
    const second = await made.waiting({ name: "Ties Ander", minutes: 120 });
    const slot = { on: day, part: "afternoon" } as const;
    await house.does(first.customer, holdSlot, { visitId: first.visit.id, ...slot });
    expect(await slots(second.customer)).toEqual([`${day} morning`]);
    house.clock.forward("PT11M");
    await house.does(second.customer, bookSlot, { visitId: second.visit.id, ...slot });
    const late = house.does(first.customer, bookSlot, { visitId: first.visit.id, ...slot });
    await expect(late).rejects.toMatchObject({ type: "planning/slot-taken" });
  });
});

describe("the settings", () => {
  test("say what is kept free, how long a half day is held, and until when customers change", async () => {
    await made.crew({ endsAt: "12:00" });
    const { visit, customer } = await made.waiting();
    const now = house.clock.now();
    await sql`insert into planning_settings (reserve_minutes, hold_minutes, change_until_hours, changed_at)
      values (90, 20, 300, ${now})`.execute(db());
    expect(await slots(customer)).toEqual([]);
    await sql`update visits set priority = 10 where id = ${visit.id}`.execute(db());
    expect(await slots(customer)).toEqual([`${day} morning`]);
    const slot = { visitId: visit.id, on: day, part: "morning" } as const;
    const { expiresAt } = await house.does(customer, holdSlot, slot);
    expect(Date.parse(expiresAt) - Date.parse(now)).toBe(20 * 60_000);
    await house.does(customer, bookSlot, slot);
    expect((await house.asks(customer, myVisit, {})).visits[0]).toMatchObject({ canChange: false });
    const drop = house.does(customer, dropMyVisit, { visitId: visit.id, reason: "Toch niet" });
    await expect(drop).rejects.toMatchObject({ type: "planning/too-late-to-change" });
    await sql`delete from planning_settings`.execute(db());
  });
});

test("a customer chooses no day beyond those that are offered, a planner does", async () => {
  const far = "2026-04-21";
  await made.crew({ on: far });
  const { visit, customer } = await made.waiting();
  const slot = { visitId: visit.id, on: far, part: "morning" as const };
  const taken = { type: "planning/slot-taken" };
  await expect(house.does(customer, holdSlot, slot)).rejects.toMatchObject(taken);
  await expect(house.does(customer, bookSlot, slot)).rejects.toMatchObject(taken);
  await house.does(noor, bookVisit, slot);
  expect(await placeOf(visit.id)).toMatchObject({ on: far });
  const { visits } = await house.asks(customer, myVisit, {});
  expect(visits).toMatchObject([{ canChange: true, changeUntilHours: 24 }]);
});

test("an appointment that is given up twice, at once or later, is so once, and the second hears that it was", async () => {
  await made.crew({ on: nextDay });
  const { orderId, visit, customer } = await made.waiting();
  await house.does(customer, bookSlot, { visitId: visit.id, on: nextDay, part: "morning" });
  const drop = () => house.does(customer, dropMyVisit, { visitId: visit.id, reason: "Op vakantie" });
  const refused = { type: "planning/appointment-already-cancelled" };
  const outcomes = await Promise.allSettled([drop(), drop()]);
  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(outcomes.find(({ status }) => status === "rejected")).toMatchObject({ reason: refused });
  await expect(drop()).rejects.toMatchObject(refused);
  await house.settles();
  const mails = (await made.mails()).filter((mail) => mail.orderId === orderId);
  expect(mails.filter(({ template }) => template === "planning/appointment-dropped")).toHaveLength(1);
});
