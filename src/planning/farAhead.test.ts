import { describe, expect, test } from "vitest";
import { noor } from "../../tests/cast.ts";
import { addPeriod } from "./calendar/actions/keepCalendar.ts";
import { fillCrews } from "./crews/actions/fillCrews.ts";
import { makeCrew } from "./crews/actions/keepCrew.ts";
import { addRepair } from "./means/actions/keepVan.ts";
import { addAbsence } from "./people/actions/addAbsence.ts";
import { setRoster } from "./people/actions/setRoster.ts";
import { testHouse } from "./testHouse.ts";

const { house, crew } = await testHouse();
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
  });
});
