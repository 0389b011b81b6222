import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import { noor } from "../../../tests/cast.ts";
import { addPeriod } from "../calendar/actions/keepCalendar.ts";
import { saveTemplate } from "../crews/actions/keepTemplates.ts";
import { testHouse } from "../testHouse.ts";
import { testDay } from "../testing.ts";
import { bookVisit } from "../visits/actions/office.ts";
import { capacity } from "./queries/capacity.ts";
import { capacityParts } from "./queries/capacityParts.ts";

const monday = "2026-03-09";
const nextMonday = "2026-03-16";

const made = await testHouse(({ house }) =>
  sql`truncate crew_templates, calendar_periods cascade`.execute(house.platform.database.db),
);
const { house } = made;

const look = (weeks = 2, from = monday) => house.asks(noor, capacity, { from, weeks });
const parts = (week = monday) => house.asks(noor, capacityParts, { week });

describe("capacity", () => {
  test("tells work and driving of what is booked apart, and what the crew has left", async () => {
    await made.crew();
    const { visit } = await made.waiting({ minutes: 180 });
    await house.does(noor, bookVisit, { visitId: visit.id, on: testDay, part: "morning" });
    const { cells, weeks } = await look();
    const cell = cells.find(({ week, region }) => week === monday && region === "middle")!;
    expect(cell).toMatchObject({ booked: 180, waiting: 0 });
    expect(cell.travel).toBeGreaterThan(10);
    expect(cell.available).toBeGreaterThanOrEqual(180 + cell.travel);
    const all = cells.filter(({ week }) => week === monday);
    const sum = all.reduce((minutes, { available }) => minutes + available, 0);
    expect(Math.abs(sum - 540)).toBeLessThanOrEqual(all.length);
    expect(weeks[0]).toMatchObject({ monday, crewDays: 1 });
  });

  test("counts what waits without a time, and says what is short and where", async () => {
    for (const name of ["Jet Aarts", "Pim Boer", "Loes Dijk"]) await made.waiting({ name, minutes: 400 });
    const { cells, bottlenecks } = await look(10, "2026-03-02");
    const waiting = cells.reduce((sum, cell) => sum + cell.waiting, 0);
    expect(waiting).toBeGreaterThan(1200);
    expect(cells.reduce((sum, { short }) => sum + short, 0)).toBeGreaterThan(1200);
    expect(bottlenecks[0]).toMatchObject({ region: "middle", skill: "vehicle_charging_installation" });
    expect(bottlenecks[0]!.crewDays).toBeGreaterThan(0.5);
  });

  test("expects the crews of the template on days that have none yet, without who is away and on no closed day", async () => {
    const { mechanicId } = await made.crew({ on: monday });
    await house.does(noor, saveTemplate, { name: "Gewone week", weekOf: monday });
    const expected = async () => (await look()).weeks[1]!.expectedCrewDays;
    expect(await expected()).toBe(1);
    await house.does(noor, addPeriod, {
      kind: "company_closed",
      name: "Verhuizing",
      fromOn: nextMonday,
      untilOn: nextMonday,
    });
    const shut = (await look()).weeks[1]!;
    expect(shut).toMatchObject({ expectedCrewDays: 0, closed: [{ on: nextMonday, name: "Verhuizing" }] });
    await sql`truncate calendar_periods`.execute(house.platform.database.db);
    await sql`insert into absences (mechanic_id, from_on, until_on, kind, created_at)
      values (${mechanicId}, ${nextMonday}, ${nextMonday}, 'vacation', now())`.execute(
      house.platform.database.db,
    );
    expect(await expected()).toBe(0);
  });

  test("shows the visits behind a figure, and they add up to it", async () => {
    await made.crew();
    const { visit } = await made.waiting({ minutes: 180 });
    await house.does(noor, bookVisit, { visitId: visit.id, on: testDay, part: "morning" });
    await made.waiting({ name: "Kees Vos", minutes: 120 });
    const found = await parts();
    expect(found.parts.find(({ kind }) => kind === "booked")).toMatchObject({
      number: visit.number,
      on: testDay,
    });
    const of = (kind: string) =>
      found.parts.filter((part) => part.kind === kind).reduce((sum, { minutes }) => sum + minutes, 0);
    expect(of("booked")).toBe(found.figures.booked + found.figures.travel);
    expect(Math.abs(of("waiting") - found.figures.waiting)).toBeLessThanOrEqual(1);
  });

  test("is not for customers or partners", async () => {
    const { customer } = await made.waiting({ name: "Anna Blik" });
    await expect(house.asks(customer, capacity, { from: monday, weeks: 1 })).rejects.toMatchObject({
      status: 403,
    });
  });
});
