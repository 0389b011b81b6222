import { afterAll, expect, test } from "vitest";
import { planningHouse, testDay } from "#planning/testing";
import { noor } from "../../../../tests/cast.ts";
import { keepPromises } from "./keepPromises.ts";
import { Living } from "./stage.ts";

const made = await planningHouse();
const { house } = made;
afterAll(() => house.close());

test("a visit that came to be too late since it was booked is in time again before anybody looks, in its own half day when that can be", async () => {
  const { platform } = house;
  const { db } = platform.database;
  const now = platform.now();
  const stage = new Living(platform, { from: now, end: now, plans: { plan: () => undefined } });
  await made.crew();
  const [first, second] = [await made.waiting({ minutes: 90 }), await made.waiting({ minutes: 90 })];
  const books = (visitId: string) =>
    stage.act(noor, "planning.bookVisit", { visitId, on: testDay, part: "morning" });
  for (const { visit } of [first, second]) await books(visit.id);
  const standing = () =>
    db.selectFrom("visits").select(["id", "onDay", "dayPart"]).orderBy("plannedStart").execute();
  const [early, late] = await standing();
  await db.updateTable("visits").set({ minutes: 300 }).where("id", "=", early!.id).execute();
  await keepPromises({ platform, stage, noor });
  const after = await standing();
  expect(after).toMatchObject([
    { id: late!.id, onDay: testDay, dayPart: "morning" },
    { id: early!.id, onDay: testDay, dayPart: "morning" },
  ]);
  const risks = db.selectFrom("exceptions").select("resolution").where("kind", "=", "promise_at_risk");
  expect(await risks.execute()).toEqual([{ resolution: "scheduled" }]);
});
