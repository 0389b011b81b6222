import { describe, expect, test } from "vitest";
import { fenna, noor } from "../../../tests/cast.ts";
import { testHouse } from "../testHouse.ts";
import { testDay } from "../testing.ts";
import { addAbsence } from "./actions/addAbsence.ts";
import { changeMechanic } from "./actions/keepMechanic.ts";
import { absencesList } from "./queries/absences.ts";
import { mechanicsList } from "./queries/mechanics.ts";

const { house, crew } = await testHouse();

const home = { street: "Beukenlaan", houseNumber: "18", postalCode: "3811AB", city: "Amersfoort" };

describe("where a mechanic lives", () => {
  test("is for who plans; others of the office see the place", async () => {
    const { mechanicId } = await crew();
    await house.does(noor, changeMechanic, { mechanicId, home });
    const homeFor = async (who: typeof noor) =>
      (await house.asks(who, mechanicsList, {})).rows.find(({ id }) => id === mechanicId)!.home;
    expect(await homeFor(noor)).toMatchObject({ street: "Beukenlaan", houseNumber: 18 });
    expect(await homeFor(fenna)).toEqual({
      street: null,
      houseNumber: null,
      addition: null,
      postalCode: null,
      city: "Amersfoort",
      latitude: null,
      longitude: null,
    });
  });

  test("is not repeated in the audit log, which tells that it changed", async () => {
    const { mechanicId } = await crew();
    await house.does(noor, changeMechanic, { mechanicId, home, startsAtHome: true });
    const { changes } = await house.platform.database.db
      .selectFrom("auditLines")
      .select("changes")
      .where("action", "=", "planning.changeMechanic")
      .orderBy("id", "desc")
      .limit(1)
      .executeTakeFirstOrThrow();
    expect(changes).toEqual({ startsAtHome: [false, true], fields: ["home"] });
  });
});

describe("what was written about an absence", () => {
  test("is for who plans", async () => {
    const { mechanicId } = await crew();
    const away = { mechanicId, fromOn: testDay, untilOn: testDay, kind: "doctor_appointment" as const };
    await house.does(noor, addAbsence, { ...away, remarks: "Scan in het ziekenhuis" });
    const remarksFor = async (who: typeof noor) => {
      const { rows } = await house.asks(who, absencesList, { from: testDay, until: testDay });
      return rows.map(({ remarks }) => remarks);
    };
    expect(await remarksFor(noor)).toEqual(["Scan in het ziekenhuis"]);
    expect(await remarksFor(fenna)).toEqual([null]);
  });
});
