import { describe, expect, test } from "vitest";
import type { Work } from "#platform";
import { testHouse } from "../testHouse.ts";
import { robot, testDay } from "../testing.ts";
import { changePlan } from "./actions/changePlan.ts";
import { changePlanCrews } from "./actions/changePlanCrews.ts";
import { makePlan } from "./actions/keepPlan.ts";

const world = await testHouse();
const { house } = world;

/** What comes of a change to a draft while somebody takes a crew away. */
const whileGoing = async (crewId: string, changes: () => Promise<unknown>) => {
  let changing: Promise<unknown> = Promise.resolve();
  await house.works(robot, async ({ tx }: Work) => {
    await tx.deleteFrom("dayCrews").where("id", "=", crewId).execute();
    changing = changes().catch((problem) => problem);
    await new Promise((done) => setTimeout(done, 300));
  });
  return changing;
};

describe("a draft that counts on a crew which is taken away at that moment", () => {
  const refused = { type: "planning/plan-crews-moved-meanwhile" };

  test("says so when a visit goes to it, or when somebody leaves it", async () => {
    const { crewId, mechanicId } = await world.crew();
    const { visit } = await world.waiting();
    const { id: planId } = await house.does(robot, makePlan, { from: testDay, until: testDay });
    const moves = [{ visitId: visit.id, from: null, to: { crewId } }];
    expect(await whileGoing(crewId, () => house.does(robot, changePlan, { planId, moves }))).toMatchObject(
      refused,
    );

    const again = await world.crew();
    const move = { kind: "person" as const, mechanicId, fromCrewId: again.crewId, toCrewId: null };
    expect(
      await whileGoing(again.crewId, () => house.does(robot, changePlanCrews, { planId, move })),
    ).toMatchObject(refused);
  });
});
