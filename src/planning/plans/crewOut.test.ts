import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import { testHouse } from "../testHouse.ts";
import { robot, testDay } from "../testing.ts";
import { cancelVisit } from "../visits/actions/office.ts";
import { visitProgress } from "../visits/fieldDoor.ts";
import { visits } from "../visits/visitStore.ts";
import { changePlan } from "./actions/changePlan.ts";
import { makePlan } from "./actions/keepPlan.ts";
import { publishPlan } from "./actions/publishPlan.ts";
import { plan, plans } from "./queries/plans.ts";

const world = await testHouse(({ house }) => house.platform.database.db.deleteFrom("plans").execute());
const { house } = world;
const { db } = house.platform.database;

const days = { from: testDay, until: testDay };
const draft = async () => (await house.does(robot, makePlan, days)).id;
const board = (planId: string) => house.asks(robot, plan, { planId });
const changes = async (planId: string) =>
  (await house.asks(robot, plans, days)).rows.find(({ id }) => id === planId)!.changes;
const publish = (planId: string) => house.does(robot, publishPlan, { planId, despite: true, reason: "Ziek" });
const statusOf = async (visitId: string) => (await visits.byId(db, visitId)).status;

/** Puts visits with a crew in a draft. */
const put = async (planId: string, visitIds: readonly string[], crewId: string) => {
  const shown = await board(planId);
  const fromOf = (visitId: string) => shown.visits.find(({ id }) => id === visitId)!.at;
  const moves = visitIds.map((visitId) => ({ visitId, from: fromOf(visitId), to: { crewId } }));
  await house.does(robot, changePlan, { planId, moves });
};

const fallsIll = (mechanicId: string) =>
  sql`insert into absences (mechanic_id, from_on, until_on, kind, created_at)
    values (${mechanicId}, ${testDay}, ${testDay}, 'sick_leave', now())`.execute(db);

/** A crew with visits on it for everybody, and another crew. */
const busy = async () => {
  const crew = await world.crew({ name: "Ploeg 1" });
  const other = await world.crew({ name: "Ploeg 2" });
  const one = await world.waiting({ name: "Bo Vonk", minutes: 60 });
  const two = await world.waiting({ name: "Tess Twee", minutes: 60 });
  const ids = [one.visit.id, two.visit.id] as const;
  const planId = await draft();
  await put(planId, ids, crew.crewId);
  await publish(planId);
  await house.settles();
  return { crew, other, ids };
};

describe("visits of a crew whose only person falls ill", () => {
  test("count as changes of every draft of the day, which says why they stand nowhere", async () => {
    const { crew, other, ids } = await busy();
    const before = await draft();
    const saves = await draft();
    await put(saves, [ids[0]], other.crewId);
    expect(await changes(before)).toBe(0);
    await fallsIll(crew.mechanicId);
    expect(await changes(before)).toBe(2);
    expect(await changes(saves)).toBe(2);
    const shown = await board(before);
    expect(shown.changes).toBe(2);
    expect(shown.visits.filter(({ isChanged }) => isChanged)).toHaveLength(2);
    const out = { id: crew.crewId, name: "Ploeg 1", on: testDay, why: "nobody" };
    expect(shown.crewsOut).toEqual([out]);
    expect(await publish(before)).toMatchObject({ freed: 2 });
  });

  test("count no longer once the draft has them elsewhere as in force, or they were called off", async () => {
    const { crew, other, ids } = await busy();
    const saves = await draft();
    await put(saves, ids, other.crewId);
    await publish(saves);
    const again = await draft();
    await put(again, [ids[0]], crew.crewId);
    await fallsIll(crew.mechanicId);
    // It stands nowhere in this draft, and publishing takes it off its day.
    expect(await changes(again)).toBe(1);
    await house.does(robot, cancelVisit, { visitId: ids[0], reason: "Toch niet" });
    expect(await changes(again)).toBe(0);
  });

  test("that are done stay done when such a draft is published", async () => {
    const { crew, ids } = await busy();
    for (const move of ["arrive", "start", "complete"] as const)
      await house.works(robot, (work) => visitProgress[move](work, ids[0], `${testDay}T10:00:00.000Z`));
    const planId = await draft();
    await fallsIll(crew.mechanicId);
    expect(await changes(planId)).toBe(1);
    expect((await board(planId)).visits.filter(({ isChanged }) => isChanged)).toMatchObject([{ id: ids[1] }]);
    expect(await publish(planId)).toMatchObject({ freed: 1 });
    expect(await statusOf(ids[0])).toBe("completed");
  });
});

describe("a crew whose van stands still", () => {
  test("is told of with its van", async () => {
    const { crew } = await busy();
    await sql`insert into van_repairs (van_id, from_on, until_on, reason, created_at)
      values (${crew.vanId}, ${testDay}, ${testDay}, 'broken', now())`.execute(db);
    expect((await board(await draft())).crewsOut).toMatchObject([{ name: "Ploeg 1", why: "van" }]);
  });
});
