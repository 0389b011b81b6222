import { expect, test } from "vitest";
import { testHouse } from "../testHouse.ts";
import { robot, testDay } from "../testing.ts";
import { makePlan } from "./actions/keepPlan.ts";
import { optimisePlan } from "./actions/optimisePlan.ts";
import { plan, planRun } from "./queries/plans.ts";

const world = await testHouse();
const { house } = world;

test("a run that lost its process is over within a quarter of a minute, and does not change the draft afterwards", async () => {
  await world.crew();
  await world.waiting();
  const { id: planId } = await house.does(robot, makePlan, { from: testDay, until: testDay });
  const asked = { planId, scope: "all" as const, seconds: 120 };
  const { id: runId } = await house.does(robot, optimisePlan, asked);
  const { db } = house.platform.database;
  await db.updateTable("planRuns").set({ secondsPassed: 3 }).where("id", "=", runId).execute();
  expect(await house.asks(robot, planRun, { runId })).toMatchObject({ status: "running" });
  house.clock.forward("PT19S");
  expect(await house.asks(robot, planRun, { runId })).toMatchObject({
    status: "failed",
    problem: "process_lost",
  });
  await house.settles();
  expect(await house.asks(robot, plan, { planId })).toMatchObject({ undo: null, run: { status: "failed" } });
});
