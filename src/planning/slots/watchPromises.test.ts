import { describe, expect, test } from "vitest";
import { noor } from "../../../tests/cast.ts";
import { testHouse } from "../testHouse.ts";
import { testDay } from "../testing.ts";
import { bookVisit } from "../visits/actions/office.ts";
import { watchPromises } from "./watchPromises.ts";

const made = await testHouse();
const { house } = made;

/** Two visits in a crew's morning, in the order in which it does them. */
const aMorning = async (names: readonly string[], on = testDay) => {
  await made.crew({ on });
  for (const name of names) {
    const { visit } = await made.waiting({ name, minutes: 90 });
    await house.does(noor, bookVisit, { visitId: visit.id, on, part: "morning" });
  }
  const { db } = house.platform.database;
  const visits = await db
    .selectFrom("visits")
    .select(["id", "number", "orderId"])
    .orderBy("plannedStart")
    .execute();
  return { first: visits[0]!, second: visits[1]! };
};

const takes = (id: string, minutes: number) =>
  house.platform.database.db.updateTable("visits").set({ minutes }).where("id", "=", id).execute();

const risksOf = async (orderId: string) => {
  await house.works(noor, watchPromises);
  const rows = await house.platform.database.db
    .selectFrom("exceptions")
    .select(["facts", "resolution"])
    .where("orderId", "=", orderId)
    .where("kind", "=", "promise_at_risk")
    .execute();
  return rows.map(({ facts, resolution }) => resolution ?? facts);
};

describe("a promised time", () => {
  test("that can no longer be kept is told with how much too late, until it can be kept again", async () => {
    const { first, second } = await aMorning(["Anna Jansen", "Bram Kok"]);
    expect(await risksOf(second.orderId)).toEqual([]);
    await takes(first.id, 300);
    const [risk] = await risksOf(second.orderId);
    expect(risk).toMatchObject({ number: second.number, on: testDay });
    // Five hours from eight, with half an hour of lunch, end at half past one; the morning ends at noon.
    expect(risk).toMatchObject({ minutes: 90 });
    expect(await risksOf(first.orderId)).toEqual([]);
    await takes(first.id, 90);
    expect(await risksOf(second.orderId)).toEqual(["in time again"]);
  });

  test("is no longer at risk as soon as the visit has another time", async () => {
    const { first, second } = await aMorning(["Carla Vos", "Daan Smit"]);
    await takes(first.id, 300);
    expect(await risksOf(second.orderId)).toHaveLength(1);
    await made.crew({ on: "2026-03-11", name: "Ploeg 2" });
    const elsewhere = { visitId: second.id, on: "2026-03-11", part: "morning" as const };
    await house.does(noor, bookVisit, { ...elsewhere, reason: "loopt uit" });
    expect(await risksOf(second.orderId)).toEqual(["scheduled"]);
  });

  test("is looked after however far ahead it was made: an entity may promise more days than the group", async () => {
    const { first, second } = await aMorning(["Evi Maas", "Fien Bos"], "2026-04-21");
    await takes(first.id, 300);
    expect(await risksOf(second.orderId)).toMatchObject([{ on: "2026-04-21", minutes: 90 }]);
  });
});
