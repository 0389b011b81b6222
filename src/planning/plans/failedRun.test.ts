import { sql } from "kysely";
import { afterEach, describe, expect, test } from "vitest";
import { noor } from "../../../tests/cast.ts";
import { testHouse } from "../testHouse.ts";
import { robot, testDay } from "../testing.ts";
import { askWhatIf } from "../whatIf/actions/askWhatIf.ts";
import { whatIfs } from "../whatIf/queries/whatIfs.ts";
import { discardPlan, makePlan } from "./actions/keepPlan.ts";
import { optimisePlan } from "./actions/optimisePlan.ts";
import { plan, planRun } from "./queries/plans.ts";

const world = await testHouse();
const { house } = world;
const { db } = house.platform.database;
let logged: { message: string; during: string }[] = [];
house.platform.services.logError = (error, during) =>
  void logged.push({ message: (error as Error).message, during });

/** Lets the database refuse every row of a table. */
const refuses = async (table: string, when: "insert" | "update") => {
  await sql`create or replace function refuse_row() returns trigger language plpgsql as $$
    begin raise 'no room on the disk of vault 7'; end $$`.execute(db);
  await sql`create trigger refuse_row before ${sql.raw(when)} on ${sql.table(table)} for each row
    execute function refuse_row()`.execute(db);
};

afterEach(async () => {
  await sql`drop function if exists refuse_row cascade`.execute(db);
  logged = [];
});

const optimising = async () => {
  await world.crew();
  await world.waiting();
  const { id: planId } = await house.does(robot, makePlan, { from: testDay, until: testDay });
  const { id: runId } = await house.does(robot, optimisePlan, { planId, scope: "all", seconds: 1 });
  return { planId, runId };
};
const ended = (runId: string) => house.asks(robot, planRun, { runId });

describe("a run of the optimiser that fails", () => {
  test("says so by a code, keeps the draft as it was, and leaves the database's words in the log", async () => {
    const { planId, runId } = await optimising();
    await refuses("plan_steps", "insert");
    await house.settles();
    expect(await ended(runId)).toMatchObject({ status: "failed", problem: "unforeseen" });
    expect(logged).toEqual([{ message: "no room on the disk of vault 7", during: "planning/optimise" }]);
    expect(await house.asks(robot, plan, { planId })).toMatchObject({ changes: 0, undo: null });
  });

  test("because the draft was thrown away meanwhile says that, and nothing in the log", async () => {
    const { planId, runId } = await optimising();
    const working = house.settles();
    await house.does(robot, discardPlan, { planId });
    await working;
    expect(await ended(runId)).toMatchObject({ status: "failed", problem: "plan_closed" });
    expect(logged).toEqual([]);
  });
});

test("a what-if that fails says so by a code, and leaves the words in the log", async () => {
  await world.crew();
  const asked = { week: "2026-03-09", changes: [{ kind: "longer" as const, minutes: 30 }], work: [] };
  const { id } = await house.does(noor, askWhatIf, asked);
  await sql`update plan_what_ifs set changes = '[{"kind":"away"}]' where id = ${id}`.execute(db);
  await house.settles();
  const row = (await house.asks(noor, whatIfs, {})).rows.find((each) => each.id === id);
  expect(row).toMatchObject({ status: "failed", problem: "unforeseen" });
  expect(logged).toMatchObject([{ during: "planning/what-if" }]);
});
