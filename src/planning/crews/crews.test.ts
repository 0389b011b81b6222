import { setTimeout as pause } from "node:timers/promises";
import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import type { Problem } from "#platform";
import { fenna, noor } from "../../../tests/cast.ts";
import { chooseWorkingDay } from "../calendar/actions/keepCalendar.ts";
import { calendar } from "../calendar/queries/calendar.ts";
import { addRepair } from "../means/actions/keepVan.ts";
import { homeDepot } from "../means/depots.ts";
import { addAbsence } from "../people/actions/addAbsence.ts";
import { setRoster } from "../people/actions/setRoster.ts";
import { testHouse } from "../testHouse.ts";
import { testDay } from "../testing.ts";
import { bookVisit } from "../visits/actions/office.ts";
import { assignMechanic } from "./actions/assignMechanic.ts";
import { fillCrews } from "./actions/fillCrews.ts";
import { changeCrew, makeCrew, removeCrews } from "./actions/keepCrew.ts";
import { saveTemplate } from "./actions/keepTemplates.ts";
import { insertCrew } from "./crewStore.ts";
import { crewWeek } from "./queries/crewWeek.ts";

const day = testDay;
const nextDay = "2026-03-11";

const made = await testHouse(({ house }) =>
  sql`truncate van_repairs, rosters, crew_templates, working_day_choices cascade`.execute(
    house.platform.database.db,
  ),
);
const { house } = made;

const crewFacts = { startsAt: "07:30", endsAt: "17:00", maxJobs: null, start: homeDepot, end: null };
const away = (mechanicId: string, on = day) =>
  house.does(noor, addAbsence, { mechanicId, fromOn: on, untilOn: on, kind: "sick_leave" });
const typesOf = (results: readonly PromiseSettledResult<unknown>[]) =>
  results.map((result) => (result.status === "fulfilled" ? "done" : (result.reason as Problem).type));

describe("a crew", () => {
  test("is made, changed and put back with what the answer carries", async () => {
    const { mechanicId, vanId } = await made.crew({ on: "2026-03-20" });
    const crew = await house.does(noor, makeCrew, {
      on: day,
      name: "Noord",
      vanId,
      mechanicIds: [mechanicId],
    });
    expect(crew).toMatchObject({ startsAt: "07:30", start: { name: "Nijkerk" }, breaches: [] });
    const changed = await house.does(noor, changeCrew, {
      crewId: crew.id,
      endsAt: "15:00",
      maxJobs: 2,
      end: { name: "Thuis", latitude: 52, longitude: 5 },
    });
    expect(changed.crew).toMatchObject({ endsAt: "15:00", maxJobs: 2, end: { name: "Thuis" } });
    const { id: crewId, on: _on, ...before } = changed.before;
    const back = await house.does(noor, changeCrew, { crewId, ...before });
    expect(back.crew).toEqual(crew);
    const { removed } = await house.does(noor, removeCrews, { crewIds: [crew.id] });
    expect(await house.does(noor, makeCrew, removed[0]!)).toEqual(crew);
  });

  test("with visits is not taken away", async () => {
    const { crewId } = await made.crew();
    const { visit } = await made.waiting();
    await house.does(noor, bookVisit, { visitId: visit.id, on: day, part: "morning" });
    const removing = house.does(noor, removeCrews, { crewIds: [crewId] });
    await expect(removing).rejects.toMatchObject({ type: "planning/crew-has-visits" });
  });

  test("tells what a change makes wrong before it is done", async () => {
    const { crewId, mechanicId } = await made.crew();
    const { visit } = await made.waiting();
    await house.does(noor, bookVisit, { visitId: visit.id, on: day, part: "morning" });
    const emptied = house.does(noor, assignMechanic, { mechanicId, on: day, crewId: null });
    await expect(emptied).rejects.toMatchObject({
      type: "planning/crew-has-breaches",
      facts: { breaches: [{ kind: "nobody" }, { kind: "skills" }] },
    });
    const done = await house.does(noor, assignMechanic, { mechanicId, on: day, crewId: null, despite: true });
    expect(done).toMatchObject({ formerCrewId: crewId, crews: [{ mechanicIds: [], visits: 1 }] });
    const undone = await house.does(noor, assignMechanic, { mechanicId, on: day, crewId: done.formerCrewId });
    expect(undone.crews[0]).toMatchObject({ mechanicIds: [mechanicId], breaches: [] });
    await expect(
      house.does(fenna, assignMechanic, { mechanicId, on: day, crewId: null }),
    ).rejects.toMatchObject({ status: 403 });
  });

  test("takes somebody over from another crew in one step", async () => {
    const one = await made.crew();
    const two = await made.crew({ name: "Ploeg 2" });
    const { crews } = await house.does(noor, assignMechanic, {
      mechanicId: two.mechanicId,
      on: day,
      crewId: one.crewId,
      despite: true,
    });
    expect(crews.find(({ id }) => id === one.crewId)?.mechanicIds).toEqual([one.mechanicId, two.mechanicId]);
    expect(crews.find(({ id }) => id === two.crewId)?.mechanicIds).toEqual([]);
  });

  test("gets nobody who is away or off, unless a planner says so", async () => {
    const { mechanicId, vanId } = await made.crew({ on: "2026-03-20" });
    await away(mechanicId);
    const crew = { on: day, name: "Noord", vanId, mechanicIds: [mechanicId] };
    await expect(house.does(noor, makeCrew, crew)).rejects.toMatchObject({
      facts: { breaches: [{ kind: "person_away", detail: "Monteur van Ploeg 1" }] },
    });
    const { db } = house.platform.database;
    const despite = await house.does(noor, makeCrew, { ...crew, despite: true });
    const quietly = sql`update day_crew_members set despite = false where crew_id = ${despite.id}`.execute(
      db,
    );
    await expect(quietly).rejects.toMatchObject({ constraint: "day_crew_members_person_there" });
    await house.does(noor, setRoster, {
      mechanicId,
      validFrom: "2026-01-01",
      days: [{ weekday: 1, startsAt: "08:00", endsAt: "17:00" }],
    });
    const off = house.does(noor, makeCrew, { ...crew, on: nextDay });
    await expect(off).rejects.toMatchObject({ facts: { breaches: [{ kind: "person_off" }] } });
  });
});

describe("at the same moment", () => {
  test("a person, a van and a name go to one crew only, however many planners want them", async () => {
    const { mechanicId, vanId } = await made.crew({ on: "2026-03-20" });
    const other = await made.crew({ on: "2026-03-20", name: "Ploeg 2" });
    const wanted = Array.from({ length: 12 }, (_, index) => ({
      on: day,
      name: index % 3 === 2 ? "Zelfde" : `Ploeg ${index}`,
      vanId: index % 3 === 1 ? other.vanId : vanId,
      mechanicIds: [index % 3 === 0 ? mechanicId : other.mechanicId],
    }));
    const results = await Promise.allSettled(wanted.map((crew) => house.does(noor, makeCrew, crew)));
    const known = [
      "done",
      "planning/person-on-other-crew",
      "planning/van-on-other-crew",
      "planning/crew-name-taken",
    ];
    expect(typesOf(results).filter((type) => !known.includes(type))).toEqual([]);
    const { rows } = await sql<{ people: number; vans: number; crews: number }>`
      select count(distinct m.mechanic_id)::int as people, count(distinct c.van_id)::int as vans, count(*)::int as crews
      from day_crews c join day_crew_members m on m.crew_id = c.id where c.on_day = ${day}`.execute(
      house.platform.database.db,
    );
    expect(rows[0]!.people).toBe(rows[0]!.crews);
    expect(rows[0]!.vans).toBe(rows[0]!.crews);
  });

  test("crews of one day are made in turn, so that planners never wait for each other in a circle", async () => {
    const { vanId } = await made.crew({ on: "2026-03-20" });
    const other = await made.crew({ on: "2026-03-20", name: "Ploeg 2" });
    let begun = 0;
    const makes = (name: string, vans: string[]) =>
      house.works(noor, async (work) => {
        begun += 1;
        for (const van of vans) {
          const crew = {
            ...crewFacts,
            on: day,
            name: `${name} ${vans.indexOf(van)}`,
            vanId: van,
            mechanicIds: [],
          };
          await insertCrew(work, crew);
          await pause(100);
        }
      });
    const results = await Promise.allSettled([
      makes("Noord", [vanId, other.vanId]),
      makes("Zuid", [other.vanId, vanId]),
    ]);
    // Nobody was given up to let another on.
    expect(begun).toBe(2);
    expect(typesOf(results).toSorted()).toEqual(["done", "planning/van-on-other-crew"]);
  });

  test("falling ill and being put on a crew never pass each other unseen", async () => {
    for (let round = 0; round < 8; round += 1) {
      await made.clear();
      const { mechanicId, vanId } = await made.crew({ on: "2026-03-20" });
      const [ill, crew] = await Promise.allSettled([
        away(mechanicId),
        house.does(noor, makeCrew, { on: day, name: "Noord", vanId, mechanicIds: [mechanicId] }),
      ]);
      expect(ill.status).toBe("fulfilled");
      const { crews } = await house.asks(noor, crewWeek, { from: day, until: day });
      const seen = crews.map(({ breaches }) => breaches.some(({ kind }) => kind === "person_away"));
      expect(seen).toEqual(crew.status === "fulfilled" ? [true] : []);
    }
  });

  test("an absence is written once", async () => {
    const { mechanicId } = await made.crew();
    const results = await Promise.allSettled(Array.from({ length: 8 }, () => away(mechanicId)));
    expect(typesOf(results).filter((type) => type === "done")).toHaveLength(1);
    expect(new Set(typesOf(results))).toEqual(new Set(["done", "planning/absence-overlaps"]));
  });
});

describe("a template", () => {
  const fill = (
    like: Parameters<typeof house.does<typeof fillCrews.endpoint>>[2]["like"],
    from = "2026-03-16",
    until = "2026-03-20",
  ) => house.does(noor, fillCrews, { from, until, like });

  test("makes a week, and says whom and what it left out", async () => {
    const one = await made.crew();
    const two = await made.crew({ name: "Ploeg 2" });
    await made.crew({ on: nextDay, name: "Ploeg 3" });
    const kept = await house.does(noor, saveTemplate, { name: "Gewone week", weekOf: day });
    expect(kept.crews).toBe(3);
    await away(one.mechanicId, "2026-03-17");
    await house.does(noor, addRepair, { vanId: two.vanId, fromOn: "2026-03-16", untilOn: "2026-03-18" });
    const filled = await fill({ kind: "template", templateId: kept.id });
    expect(filled.made.map(({ on, name }) => [on, name])).toEqual([["2026-03-18", "Ploeg 3"]]);
    expect(filled.skipped).toEqual([
      { on: "2026-03-17", crewName: "Ploeg 1", kind: "person_away", detail: "Monteur van Ploeg 1" },
      { on: "2026-03-17", crewName: "Ploeg 1", kind: "nobody_left", detail: "" },
      { on: "2026-03-17", crewName: "Ploeg 2", kind: "van_away", detail: "Bus Ploeg 2" },
    ]);
    const again = await fill({ kind: "template", templateId: kept.id });
    expect(again.made).toEqual([]);
    expect(again.skipped).toContainEqual({
      on: "2026-03-18",
      crewName: "Ploeg 3",
      kind: "already_there",
      detail: "",
    });
  });

  test("makes what is free and names what is there, also when two planners fill the same week at once", async () => {
    await made.crew();
    await made.crew({ name: "Ploeg 2" });
    await made.crew({ on: nextDay, name: "Ploeg 3" });
    const { id: templateId } = await house.does(noor, saveTemplate, { name: "Gewone week", weekOf: day });
    const both = await Promise.all([
      fill({ kind: "template", templateId }),
      fill({ kind: "template", templateId }, "2026-03-18"),
    ]);
    const crews = ["2026-03-17 Ploeg 1", "2026-03-17 Ploeg 2", "2026-03-18 Ploeg 3"];
    const names = both.flatMap(({ made: all }) => all.map(({ on, name }) => `${on} ${name}`));
    expect(names.toSorted((a, b) => a.localeCompare(b))).toEqual(crews);
    expect(both.flatMap(({ skipped }) => skipped)).toEqual([
      { on: "2026-03-18", crewName: "Ploeg 3", kind: "already_there", detail: "" },
    ]);
    const [again, same] = await Promise.all([
      fill({ kind: "last_week" }, "2026-03-23", "2026-03-27"),
      fill({ kind: "last_week" }, "2026-03-23", "2026-03-27"),
    ]);
    expect(again.made.length + same.made.length).toBe(3);
    expect(again.skipped.length + same.skipped.length).toBe(3);
  });

  test("keeps to working days: a feast day is free, Good Friday once that was chosen", async () => {
    await made.crew({ on: "2026-04-02" });
    const easter = await fill({ kind: "yesterday" }, "2026-04-03", "2026-04-07");
    expect(easter.made.map(({ on }) => on)).toEqual(["2026-04-03", "2026-04-07"]);
    expect(easter.skipped).toEqual([
      { on: "2026-04-06", crewName: "", kind: "closed", detail: "Tweede paasdag" },
    ]);
    await house.does(noor, removeCrews, { crewIds: easter.made.map(({ id }) => id) });
    await house.does(noor, chooseWorkingDay, { rule: "easter -2", works: false });
    const good = await fill({ kind: "yesterday" }, "2026-04-03", "2026-04-03");
    expect(good).toMatchObject({ made: [], skipped: [{ kind: "closed", detail: "Goede Vrijdag" }] });
    const week = await fill({ kind: "last_week" }, "2026-04-09", "2026-04-09");
    expect(week.made).toMatchObject([{ on: "2026-04-09" }]);
  });

  test("and the calendar shows feast days, choices and school holidays of a year", async () => {
    const seen = await house.asks(noor, calendar, { year: 2026 });
    expect(seen.feastDays).toContainEqual({
      on: "2026-04-27",
      name: "Koningsdag",
      rule: "04-27",
      works: false,
    });
    expect(seen.periods).toContainEqual(
      expect.objectContaining({ id: null, name: "Herfstvakantie", region: "noord", fromOn: "2026-10-10" }),
    );
  });
});
