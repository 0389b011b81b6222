import { describe, expect, test } from "vitest";
import { noor } from "../../tests/cast.ts";
import { addPeriod } from "./calendar/actions/keepCalendar.ts";
import { capacity } from "./capacity/queries/capacity.ts";
import { capacityParts } from "./capacity/queries/capacityParts.ts";
import { fillCrews } from "./crews/actions/fillCrews.ts";
import { makeCrew } from "./crews/actions/keepCrew.ts";
import { saveTemplate } from "./crews/actions/keepTemplates.ts";
import { crewWeek } from "./crews/queries/crewWeek.ts";
import { week } from "./crews/queries/week.ts";
import { addRepair } from "./means/actions/keepVan.ts";
import { addAbsence } from "./people/actions/addAbsence.ts";
import { setRoster } from "./people/actions/setRoster.ts";
import { makePlan } from "./plans/actions/keepPlan.ts";
import { repair } from "./plans/actions/repair.ts";
import { testHouse } from "./testHouse.ts";
import { bookVisit } from "./visits/actions/office.ts";
import { setVisitWishes } from "./visits/wishes/setVisitWishes.ts";
import { visitWishes } from "./visits/wishes/visitWishes.ts";
import { askWhatIf } from "./whatIf/actions/askWhatIf.ts";

const { house, crew, waiting } = await testHouse();
// The clock of the tests stands at 2 March 2026.
const inTime = "2029-03-02";
const tooLate = "2029-03-03";
const refused = (...fields: string[]) => ({
  status: 422,
  facts: { errors: fields.map((field) => ({ pointer: `/${field}`, problem: "too-far-ahead" })) },
});
const fills = (on: string) =>
  house.does(noor, fillCrews, { from: on, until: on, like: { kind: "yesterday" } });

describe("a day more than three years ahead", () => {
  test("is refused for people and vans that are away, each field by itself", async () => {
    const { mechanicId, vanId } = await crew();
    const away = { mechanicId, fromOn: inTime, kind: "vacation" } as const;
    await expect(house.does(noor, addAbsence, { ...away, untilOn: tooLate })).rejects.toMatchObject(
      refused("untilOn"),
    );
    const slip = { ...away, fromOn: "9999-01-01", untilOn: "9999-01-02" };
    await expect(house.does(noor, addAbsence, slip)).rejects.toMatchObject(refused("fromOn", "untilOn"));
    await house.does(noor, addAbsence, { ...away, untilOn: inTime });
    const repair = { vanId, fromOn: inTime, untilOn: "9999-01-01" };
    await expect(house.does(noor, addRepair, repair)).rejects.toMatchObject(refused("untilOn"));
    await house.does(noor, addRepair, { ...repair, untilOn: inTime });
  });

  test("is refused for the calendar, rosters and crews", async () => {
    const { mechanicId, vanId } = await crew();
    const closed = { kind: "company_closed", name: "Verhuizing", fromOn: inTime } as const;
    await expect(house.does(noor, addPeriod, { ...closed, untilOn: tooLate })).rejects.toMatchObject(
      refused("untilOn"),
    );
    const roster = { mechanicId, validFrom: tooLate, days: [] };
    await expect(house.does(noor, setRoster, roster)).rejects.toMatchObject(refused("validFrom"));
    const later = { name: "Later", on: tooLate, vanId, mechanicIds: [mechanicId] };
    await expect(house.does(noor, makeCrew, later)).rejects.toMatchObject(refused("on"));
    await expect(fills(tooLate)).rejects.toMatchObject(refused("from", "until"));
    await fills(inTime);
    const template = { name: "Later", weekOf: "9999-12-31" };
    await expect(house.does(noor, saveTemplate, template)).rejects.toMatchObject(refused("weekOf"));
  });

  test("is refused for plans, appointments, wishes and what happened", async () => {
    const { mechanicId } = await crew();
    const { visit } = await waiting();
    const far = "9999-12-31";
    const plan = house.does(noor, makePlan, { from: far, until: far });
    await expect(plan).rejects.toMatchObject(refused("from", "until"));
    const booked = house.does(noor, bookVisit, { visitId: visit.id, on: far, part: "morning" });
    await expect(booked).rejects.toMatchObject(refused("on"));
    const { others: _, ...wishes } = await house.asks(noor, visitWishes, { visitId: visit.id });
    const never = { ...wishes, notBefore: far, hours: [{ on: far, from: "09:00", until: "10:00" }] };
    const wished = house.does(noor, setVisitWishes, { visitId: visit.id, ...never });
    await expect(wished).rejects.toMatchObject(refused("notBefore", "hours/0/on"));
    const what = { kind: "ill" as const, mechanicId, from: "9998-01-01", until: "9998-01-02" };
    await expect(house.does(noor, repair, { what })).rejects.toMatchObject(refused("what/until"));
  });

  test("is refused where weeks are looked at", async () => {
    const far = "9999-12-31";
    const asked = { from: far, until: far };
    await expect(house.asks(noor, week, asked)).rejects.toMatchObject(refused("from", "until"));
    await expect(house.asks(noor, crewWeek, asked)).rejects.toMatchObject(refused("from", "until"));
    await expect(house.asks(noor, capacity, { from: far })).rejects.toMatchObject(refused("from"));
    await expect(house.asks(noor, capacityParts, { week: far })).rejects.toMatchObject(refused("week"));
    const whatIf = { week: "9000-01-01", changes: [], work: ["expected" as const] };
    await expect(house.does(noor, askWhatIf, whatIf)).rejects.toMatchObject(refused("week"));
  });
});

describe("days that are looked at, planned or filled in one go", () => {
  test("are six weeks at most, in order", async () => {
    const asks = [
      (days: { from: string; until: string }) => house.asks(noor, week, days),
      (days: { from: string; until: string }) => house.asks(noor, crewWeek, days),
      (days: { from: string; until: string }) => house.does(noor, makePlan, days),
      (days: { from: string; until: string }) =>
        house.does(noor, fillCrews, { ...days, like: { kind: "yesterday" } }),
    ];
    const refuses = (problem: string) => ({
      status: 422,
      facts: { errors: [{ pointer: "/until", problem }] },
    });
    for (const ask of asks) {
      await ask({ from: "2026-03-02", until: "2026-04-13" });
      await expect(ask({ from: "2026-03-02", until: "2026-04-14" })).rejects.toMatchObject(
        refuses("too-many-days"),
      );
      await expect(ask({ from: "0000-01-01", until: "0000-01-02" })).rejects.toMatchObject({
        status: 422,
        facts: { errors: [{ pointer: "/from", problem: "long-ago" }] },
      });
      await expect(ask({ from: "2026-03-02", until: "2026-03-01" })).rejects.toMatchObject(
        refuses("ends-before-begin"),
      );
    }
  });
});
