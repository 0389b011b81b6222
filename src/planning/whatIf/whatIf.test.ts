import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import { noor } from "../../../tests/cast.ts";
import { addDepot } from "../means/actions/addDepot.ts";
import { testHouse } from "../testHouse.ts";
import { aQuotedOrder, robot, testDay } from "../testing.ts";
import { bookVisit } from "../visits/actions/office.ts";
import { visitById } from "../visits/queries/office.ts";
import { askWhatIf } from "./actions/askWhatIf.ts";
import { dropWhatIf } from "./actions/dropWhatIf.ts";
import { whatIfs } from "./queries/whatIfs.ts";
import type { WhatIfChange, WhatIfMore } from "./views.ts";

const week = "2026-03-09";
const friday = "2026-03-13";
const skills = ["vehicle_charging_installation"];

const made = await testHouse(({ house }) => sql`truncate plan_what_ifs`.execute(house.platform.database.db));
const { house } = made;

const depotId = (await house.does(noor, addDepot, { name: "Amersfoort", postalCode: "3811AB" })).id;

const answer = (...changes: WhatIfChange[]) => answerTo({ changes });

const answerTo = async (asked: { week?: string; changes?: WhatIfChange[]; work?: WhatIfMore[] }) => {
  const { id } = await house.does(noor, askWhatIf, { week, changes: [], work: [], ...asked });
  await house.settles();
  const row = (await house.asks(noor, whatIfs, {})).rows.find((each) => each.id === id)!;
  expect(row).toMatchObject({ status: "done", problem: null });
  return row.result!;
};

describe("what if", () => {
  test("there were a crew more: the same work planned twice, and the visit that wins is named", async () => {
    await made.crew();
    for (const name of ["Jet Aarts", "Pim Boer"]) await made.waiting({ name, minutes: 400 });
    const result = await answer({ kind: "add_crew", depotId, skills, days: [testDay] });
    expect(result.asIs).toMatchObject({ crewDays: 1, planned: 1, unplanned: 1, workMinutes: 400 });
    expect(result.changed).toMatchObject({ crewDays: 2, planned: 2, unplanned: 0, workMinutes: 800 });
    expect(result.wins).toMatchObject([{ minutes: 400, on: testDay }]);
    expect(result.loses).toEqual([]);
    expect(result.changed.travelMinutes).toBeGreaterThanOrEqual(result.asIs.travelMinutes);
    expect(result.changed.cost).toBeLessThan(result.asIs.cost);
  });

  test("a van were lost: who loses the place is named, and the plan itself stays as it is", async () => {
    const { vanId } = await made.crew();
    const { visit } = await made.waiting({ minutes: 180 });
    await house.does(noor, bookVisit, { visitId: visit.id, on: testDay, part: "morning" });
    const result = await answer({ kind: "lose_van", vanId, days: [testDay] });
    expect(result.loses).toMatchObject([{ id: visit.id, number: visit.number, isFirm: true }]);
    expect(result.changed).toMatchObject({ crewDays: 0, planned: 0 });
    expect(await house.asks(noor, visitById, { visitId: visit.id })).toMatchObject({
      status: "scheduled",
      on: testDay,
    });
  });

  test("Saturday were open, somebody were away, or everybody stayed longer", async () => {
    const { mechanicId } = await made.crew({ on: friday });
    for (const name of ["Jet Aarts", "Pim Boer"]) await made.waiting({ name, minutes: 400 });
    const saturday = await answer({ kind: "open_saturday", crews: 5 });
    expect(saturday.changed).toMatchObject({ crewDays: 2, planned: 2 });
    expect(saturday.wins).toHaveLength(1);
    expect([friday, "2026-03-14"]).toContain(saturday.wins[0]!.on);
    const away = await answer({ kind: "away", mechanicId, days: [friday] });
    expect(away.changed).toMatchObject({ crewDays: 0, planned: 0 });
    expect(away.loses).toHaveLength(1);
    const longer = await answer({ kind: "longer", minutes: 60 });
    expect(longer.changed.overtimeMinutes).toBeLessThanOrEqual(longer.asIs.overtimeMinutes);
  });

  test("is the same answer to the same question, kept until it is thrown away", async () => {
    await made.crew();
    for (const name of ["Jet Aarts", "Pim Boer", "Loes Dijk"]) await made.waiting({ name, minutes: 170 });
    const change: WhatIfChange = { kind: "longer", minutes: 90 };
    expect(await answer(change)).toEqual(await answer(change));
    const { rows } = await house.asks(noor, whatIfs, {});
    expect(rows).toHaveLength(2);
    await house.does(noor, dropWhatIf, { whatIfId: rows[0]!.id });
    expect((await house.asks(noor, whatIfs, {})).rows).toHaveLength(1);
  });

  test("a learner were hired, who rides along and brings a skill", async () => {
    await made.crew({ skills: [] });
    const { visit } = await made.waiting({ minutes: 400 });
    const along = await answer({ kind: "hire", depotId, skills, level: "junior", from: week });
    expect(along.asIs).toMatchObject({ crewDays: 1, planned: 0 });
    expect(along.changed).toMatchObject({ crewDays: 1, planned: 1 });
    expect(along.wins).toMatchObject([{ on: testDay, work: "waiting", orderId: visit.orderId }]);
  });

  test("somebody were hired who may work alone, and takes a van that stands still from the first day on", async () => {
    await made.crew({ skills: [] });
    await made.crew({ name: "Ploeg 2", on: friday, skills: [] });
    await made.waiting({ minutes: 400 });
    const late = await answer({ kind: "hire", depotId, skills, level: "senior", from: "2026-03-12" });
    expect(late.changed).toMatchObject({ crewDays: 3, planned: 1 });
    expect(late.wins).toMatchObject([{ on: friday }]);
  });

  test("the usual crews went in a week for which none were made yet", async () => {
    await made.crew({ on: week });
    await made.waiting({ minutes: 400 });
    const next = await answerTo({ week: "2026-03-16", changes: [{ kind: "longer", minutes: 60 }] });
    expect(next).toMatchObject({ expectedCrewDays: 1, asIs: { crewDays: 1, planned: 1 } });
  });

  test("the quotes that are out came in: as many as their chance says, and how many crews that takes", async () => {
    for (let number = 0; number < 12; number += 1)
      await house.works(robot, (work) => aQuotedOrder(work, { name: `Klant ${number}`, minutes: 400 }));
    const asked = { week: "2026-03-23", work: ["quoted" as const] };
    const found = await answerTo(asked);
    const drawn = found.drawn.find(({ kind }) => kind === "quoted")!;
    expect(drawn).toMatchObject({ candidates: 12, minutes: drawn.visits * 400 });
    expect(drawn.expected).toBeGreaterThan(1);
    expect(Math.abs(drawn.visits - drawn.expected)).toBeLessThan(1);
    expect(found.asIs).toEqual(found.changed);
    expect(found.asIs.byWork).toEqual([{ work: "quoted", planned: 0, unplanned: drawn.visits }]);
    const enough = {
      kind: "enough_crews" as const,
      depotId,
      skills,
      days: ["2026-03-24"],
    } satisfies WhatIfChange;
    const needed = await answerTo({ ...asked, changes: [enough] });
    expect(needed).toMatchObject({ crewsNeeded: drawn.visits, changed: { unplanned: 0 } });
    expect(needed.wins[0]).toMatchObject({ work: "quoted", region: "middle", on: "2026-03-24" });
  });

  test("what no order tells of yet came in, like the visits of earlier weeks", async () => {
    for (let number = 0; number < 8; number += 1)
      await made.waiting({ name: `Klant ${number}`, minutes: 180 });
    await sql`update visits set created_at = '2026-02-02T09:00Z'::timestamptz + (n / 2 * 7 || ' days')::interval
      from (select id, row_number() over (order by id) - 1 as n from visits) v where v.id = visits.id`.execute(
      house.platform.database.db,
    );
    const crew = { kind: "add_crew" as const, depotId, skills, days: ["2026-03-24", "2026-03-25"] };
    const found = await answerTo({ week: "2026-03-23", changes: [crew], work: ["expected"] });
    const expected = found.drawn.find(({ kind }) => kind === "expected")!;
    expect(expected.candidates).toBe(8);
    expect(Math.abs(expected.visits - expected.expected)).toBeLessThan(1);
    const waiting = found.drawn.find(({ kind }) => kind === "waiting")!;
    expect(waiting.expected).toBeLessThan(waiting.candidates);
    const came = found.wins.filter(({ work }) => work === "expected");
    expect(came.length).toBeGreaterThan(0);
    expect(came[0]).toMatchObject({ number: "", orderId: null, region: "middle", minutes: 180 });
  });

  test("asks about days of its own week, in weeks to come, by planners", async () => {
    const ask = (given: object) =>
      house.does(noor, askWhatIf, { week, changes: [{ kind: "longer", minutes: 60 }], ...given } as never);
    const outside = { kind: "add_crew", depotId, skills, days: ["2026-03-20"] };
    await expect(ask({ changes: [outside] })).rejects.toMatchObject({
      facts: { errors: [{ pointer: "/changes/0/days" }] },
    });
    await expect(ask({ changes: [] })).rejects.toMatchObject({
      facts: { errors: [{ pointer: "/changes" }] },
    });
    await expect(ask({ week: "2026-01-05" })).rejects.toMatchObject({
      facts: { errors: [{ pointer: "/week" }] },
    });
    await expect(ask({ week: "2026-01-05", changes: [] })).rejects.toMatchObject({
      facts: { errors: [{ pointer: "/week" }, { pointer: "/changes" }] },
    });
    const { customer } = await made.waiting({ name: "Anna Blik" });
    const foreign = house.does(customer, askWhatIf, { week, changes: [{ kind: "longer", minutes: 60 }] });
    await expect(foreign).rejects.toMatchObject({ status: 403 });
  });
});
