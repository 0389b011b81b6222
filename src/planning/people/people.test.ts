import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import type { House } from "#platform/testing";
import { fenna, noor } from "../../../tests/cast.ts";
import { watchCertificates } from "../crews/watchCertificates.ts";

import { testHouse } from "../testHouse.ts";
import { robot, testDay } from "../testing.ts";
import { bookVisit } from "../visits/actions/office.ts";
import { myOffers } from "../visits/queries/outside.ts";
import { addAbsence } from "./actions/addAbsence.ts";
import { decideAbsence } from "./actions/decideAbsence.ts";
import { addCertificate, changeCertificate } from "./actions/keepCertificate.ts";
import { addMechanicByHand, changeMechanic } from "./actions/keepMechanic.ts";
import { setRoster } from "./actions/setRoster.ts";
import { absencesList } from "./queries/absences.ts";

const day = testDay;
const skill = "vehicle_charging_installation";

const made = await testHouse(({ house }) =>
  sql`truncate certificates, rosters cascade`.execute(house.platform.database.db),
);
const { house } = made;

const paper = (mechanicId: string, expiresOn: string | null, kind = skill) =>
  house.does(noor, addCertificate, {
    mechanicId,
    kind,
    issuedOn: "2024-03-01",
    expiresOn,
    authority: "STIPEL",
  });
const days = async (customer: Parameters<House["asks"]>[0]) =>
  (await house.asks(customer, myOffers, {})).offers.map(({ on }) => on);

describe("a certificate", () => {
  test("counts for what customers are offered only on the days it is valid", async () => {
    const { mechanicId } = await made.crew();
    await made.crew({ on: "2026-03-12" });
    const { customer } = await made.waiting();
    expect(new Set(await days(customer))).toEqual(new Set([day, "2026-03-12"]));
    const { id } = await paper(mechanicId, day);
    expect(new Set(await days(customer))).toEqual(new Set([day]));
    await house.does(noor, changeCertificate, { certificateId: id, expiresOn: "2026-03-09" });
    expect(await days(customer)).toEqual([]);
    await house.does(noor, changeCertificate, { certificateId: id, expiresOn: null });
    expect(new Set(await days(customer)).size).toBe(2);
  });

  test("that will have expired when planned work needs it, asks for somebody until it is renewed", async () => {
    const { mechanicId } = await made.crew();
    const { visit } = await made.waiting();
    await house.does(noor, bookVisit, { visitId: visit.id, on: day, part: "morning" });
    await paper(mechanicId, "2026-03-09");
    const open = () =>
      house.platform.database.db
        .selectFrom("exceptions")
        .select(["kind", "key", "facts"])
        .where("kind", "=", "certificate_expires")
        .where("resolvedAt", "is", null)
        .execute();
    expect(await open()).toMatchObject([
      { key: visit.id, facts: { on: day, skill, expiresOn: "2026-03-09" } },
    ]);
    await house.works(robot, watchCertificates);
    expect(await open()).toHaveLength(1);
    await house.does(noor, addCertificate, {
      mechanicId,
      kind: skill,
      issuedOn: "2026-03-02",
      expiresOn: "2029-03-02",
      authority: "STIPEL",
    });
    expect(await open()).toEqual([]);
  });

  test("is there once a day, and kept by planners only", async () => {
    const { mechanicId } = await made.crew();
    await paper(mechanicId, null);
    await expect(paper(mechanicId, null)).rejects.toMatchObject({
      type: "planning/certificate-already-there",
    });
    const foreign = house.does(fenna, addCertificate, {
      mechanicId,
      kind: skill,
      issuedOn: day,
      authority: "x",
    });
    await expect(foreign).rejects.toMatchObject({ status: 403 });
  });
});

describe("a mechanic", () => {
  test("gets a home with coordinates, weekly hours, and a last day", async () => {
    const added = await house.does(noor, addMechanicByHand, {
      code: "M90",
      name: "Lot Nieuw",
      firstName: "Lot",
    });
    const changed = await house.does(noor, changeMechanic, {
      mechanicId: added.id,
      home: { postalCode: "3811 ab", houseNumber: "12", street: "Beukenlaan" },
      startsAtHome: true,
      activeUntil: "2026-12-31",
    });
    expect(changed).toMatchObject({
      home: { city: "Amersfoort", latitude: 52.16, houseNumber: 12 },
      activeUntil: "2026-12-31",
    });
    const hours = [1, 2, 3].map((weekday) => ({ weekday, startsAt: "08:00", endsAt: "14:00" }));
    const rostered = await house.does(noor, setRoster, {
      mechanicId: added.id,
      validFrom: "2026-03-01",
      days: hours,
    });
    expect(rostered.rosters).toEqual([{ validFrom: "2026-03-01", days: hours }]);
    const twice = house.does(noor, addMechanicByHand, { code: "M90", name: "Ander", firstName: "A" });
    await expect(twice).rejects.toMatchObject({ type: "planning/code-taken" });
  });
});

describe("an absence", () => {
  test("that is asked for counts once it is approved, and shows the visits it touches with a stand-in", async () => {
    const { mechanicId } = await made.crew();
    const free = await made.crew({ on: "2026-03-11", name: "Reserve" });
    const { visit } = await made.waiting();
    await house.does(noor, bookVisit, { visitId: visit.id, on: day, part: "morning" });
    const asked = await house.does(noor, addAbsence, {
      mechanicId,
      fromOn: day,
      untilOn: day,
      kind: "vacation",
      approval: "pending",
    });
    const other = await made.waiting({ name: "Ties Ander" });
    expect(await days(other.customer)).toContain(day);
    const yes = await house.does(noor, decideAbsence, { absenceId: asked.id, approval: "approved" });
    expect(yes.visits.map(({ id }) => id)).toEqual([visit.id]);
    expect(yes.standIns[0]).toMatchObject({ missing: [skill], mechanics: [{ id: free.mechanicId }] });
    expect(await days(other.customer)).not.toContain(day);
    const again = house.does(noor, decideAbsence, { absenceId: asked.id, approval: "rejected" });
    await expect(again).rejects.toMatchObject({ type: "planning/absence-already-decided" });
    const { rows } = await house.asks(noor, absencesList, { from: day, until: day });
    expect(rows).toMatchObject([{ approval: "approved", kind: "vacation" }]);
  });

  test("in part narrows the day, in between too, and never overlaps another of the same person", async () => {
    const { mechanicId } = await made.crew();
    const { customer } = await made.waiting({ minutes: 180 });
    const between = { mechanicId, fromOn: day, untilOn: day, kind: "doctor_appointment" } as const;
    await house.does(noor, addAbsence, { ...between, awayFrom: "09:30", awayUntil: "11:00" });
    const parts = (await house.asks(customer, myOffers, {})).offers.map(({ part }) => part);
    expect(parts).toEqual(["morning", "afternoon"]);
    await house.does(noor, addAbsence, { ...between, kind: "early_finish", leavesAt: "13:30" });
    expect((await house.asks(customer, myOffers, {})).offers).toEqual([]);
    const overlapping = house.does(noor, addAbsence, { ...between, awayFrom: "10:00", awayUntil: "12:00" });
    await expect(overlapping).rejects.toMatchObject({ type: "planning/absence-overlaps" });
    const nonsense = house.does(noor, addAbsence, { ...between, comesAt: "09:00", leavesAt: "12:00" });
    await expect(nonsense).rejects.toMatchObject({ status: 422 });
    const backwards = { ...between, untilOn: "2020-01-01", awayFrom: "15:00", awayUntil: "14:00" };
    await expect(house.does(noor, addAbsence, backwards)).rejects.toMatchObject({
      facts: { errors: [{ pointer: "/untilOn" }, { pointer: "/awayUntil" }] },
    });
    // Nobody comes later than the beginning of the day, or leaves at it.
    for (const field of ["comesAt", "leavesAt"])
      await expect(house.does(noor, addAbsence, { ...between, [field]: "00:00" })).rejects.toMatchObject({
        facts: { errors: [{ pointer: `/${field}`, problem: "midnight" }] },
      });
  });

  test("in part leaves some of the working day and takes some away, and says between which hours", async () => {
    const { mechanicId } = await made.crew({ startsAt: "06:00", endsAt: "14:30" });
    const somebody = { fromOn: day, untilOn: day, kind: "doctor_appointment" } as const;
    const refusal = (given: object, who = mechanicId) =>
      house.does(noor, addAbsence, { ...somebody, mechanicId: who, ...given }).then(
        () => null,
        ({ facts }) => facts.errors,
      );
    const [minimum, maximum] = ["06:00", "14:30"];
    const nothingLeft = (field: string) => [
      { pointer: `/${field}`, problem: "nothing-left", minimum, maximum },
    ];
    const nothingAway = (field: string) => [
      { pointer: `/${field}`, problem: "nothing-away", minimum, maximum },
    ];
    expect(await refusal({ comesAt: "23:59" })).toMatchObject(nothingLeft("comesAt"));
    expect(await refusal({ comesAt: "06:00" })).toMatchObject(nothingAway("comesAt"));
    expect(await refusal({ leavesAt: "05:00" })).toMatchObject(nothingLeft("leavesAt"));
    expect(await refusal({ leavesAt: "14:30" })).toMatchObject(nothingAway("leavesAt"));
    expect(await refusal({ awayFrom: "00:30", awayUntil: "23:00" })).toMatchObject(nothingLeft("awayFrom"));
    expect(await refusal({ awayFrom: "18:00", awayUntil: "19:00" })).toMatchObject(nothingAway("awayFrom"));
    expect(await refusal({ comesAt: "06:30" })).toBeNull();

    // By the roster on a day without a crew, and when crews go out for whom nothing is known.
    const free = await made.crew({ on: "2026-03-11", name: "Reserve" });
    expect(await refusal({ comesAt: "15:00" }, free.mechanicId)).toBeNull();
    expect(await refusal({ leavesAt: "17:30" }, free.mechanicId)).toMatchObject([
      { problem: "nothing-away", minimum: "06:00", maximum: "17:00" },
    ]);
    const days = [{ weekday: 2, startsAt: "10:00", endsAt: "20:00" }];
    await house.does(noor, setRoster, { mechanicId: free.mechanicId, validFrom: "2026-03-01", days });
    expect(await refusal({ leavesAt: "17:30" }, free.mechanicId)).toBeNull();
  });
});
