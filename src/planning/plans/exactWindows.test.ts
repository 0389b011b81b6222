import { expect, test } from "vitest";
import { testHouse } from "../testHouse.ts";
import { robot, testDay } from "../testing.ts";
import { changePlan } from "./actions/changePlan.ts";
import { makePlan } from "./actions/keepPlan.ts";
import { publishPlan } from "./actions/publishPlan.ts";
import { plan } from "./queries/plans.ts";

const world = await testHouse();
const { house } = world;
const draft = () => house.does(robot, makePlan, { from: testDay, until: testDay });

test("a visit agreed on between two hours stays between them once its customer was told a half day", async () => {
  const { crewId } = await world.crew();
  const { visit } = await world.waiting({ minutes: 60 });
  await house.platform.database.db
    .insertInto("visitWindows")
    .values({ visitId: visit.id, onDay: testDay, fromMinute: 600, untilMinute: 690 })
    .execute();
  const { id: planId } = await draft();
  await house.does(robot, changePlan, { planId, moves: [{ visitId: visit.id, from: null, to: { crewId } }] });
  await house.does(robot, publishPlan, { planId });
  const { visits, score } = await house.asks(robot, plan, { planId: (await draft()).id });
  expect(visits.find(({ id }) => id === visit.id)).toMatchObject({
    isFirm: true,
    isChanged: false,
    at: { start: 600 },
  });
  expect(score.breaches).toBe(0);
});
