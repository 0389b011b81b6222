import { describe, expect, test } from "vitest";
import { testHouse } from "../testHouse.ts";
import { robot, testDay } from "../testing.ts";
import { changePlan } from "./actions/changePlan.ts";
import { makePlan } from "./actions/keepPlan.ts";
import { publishPlan } from "./actions/publishPlan.ts";
import { takeBackPlan } from "./actions/takeBack.ts";
import { plan } from "./queries/plans.ts";

const world = await testHouse();
const { house } = world;
const draft = async () => (await house.does(robot, makePlan, { from: testDay, until: testDay })).id;

describe("a visit with a fixed time that is moved by five minutes", () => {
  const ten = 600;
  /** A visit in force, fixed at ten, and a draft in which it begins five minutes later. */
  const movedALittle = async () => {
    const { crewId } = await world.crew();
    const { visit } = await world.waiting({ minutes: 60 });
    const at = async (planId: string, start: number) => {
      const before = (await house.asks(robot, plan, { planId })).visits.find(({ id }) => id === visit.id)!;
      const move = { visitId: visit.id, from: before.at, to: { crewId, start } };
      await house.does(robot, changePlan, { planId, moves: [move] });
    };
    const first = await draft();
    await at(first, ten);
    await house.does(robot, publishPlan, { planId: first });
    await house.settles();
    const planId = await draft();
    await at(planId, ten + 5);
    return { planId, visitId: visit.id };
  };
  const stands = async (planId: string, visitId: string) =>
    (await house.asks(robot, plan, { planId })).visits.find(({ id }) => id === visitId);

  test("is changed on the board, because somebody was told that very time", async () => {
    const { planId, visitId } = await movedALittle();
    expect(await stands(planId, visitId)).toMatchObject({
      isChanged: true,
      at: { start: 605, isPinned: true },
    });
  });

  test("brings its customer no mail: what was mailed is the half day, and that stays", async () => {
    const { planId, visitId } = await movedALittle();
    expect(await house.does(robot, publishPlan, { planId })).toMatchObject({ moved: 1, told: 0 });
    expect(await stands(await draft(), visitId)).toMatchObject({ isChanged: false, at: { start: 605 } });
  });

  test("goes back when its publication is taken back", async () => {
    const { planId, visitId } = await movedALittle();
    await house.does(robot, publishPlan, { planId });
    const { plan: back } = await house.does(robot, takeBackPlan, { planId });
    expect(await stands(back.id, visitId)).toMatchObject({ at: { start: ten } });
  });
});
