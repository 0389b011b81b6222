import { describe, expect, test } from "vitest";
import { noor } from "../../../tests/cast.ts";
import { bookSlot } from "../slots/actions/customer.ts";
import { testHouse } from "../testHouse.ts";
import { testDay as on, robot } from "../testing.ts";
import { freeVisit } from "../visits/actions/office.ts";
import { changePlan } from "./actions/changePlan.ts";
import { makePlan } from "./actions/keepPlan.ts";
import { publishPlan } from "./actions/publishPlan.ts";
import { plan } from "./queries/plans.ts";

const world = await testHouse();
const { house } = world;

const booked = async () => {
  const { crewId } = await world.crew();
  const { visit, orderId, customer } = await world.waiting();
  await house.does(customer, bookSlot, { visitId: visit.id, on, part: "morning" });
  const newest = async () =>
    house.platform.database.db
      .selectFrom("messages")
      .select(["template", "body"])
      .where("orderId", "=", orderId)
      .orderBy("id", "desc")
      .executeTakeFirstOrThrow();
  return { visitId: visit.id, crewId, newest };
};

/** A draft in which the visit goes there, published with that reason. */
const publishes = async (visitId: string, to: { crewId: string; start: number } | null, reason: string) => {
  const { id: planId } = await house.does(robot, makePlan, { from: on, until: on });
  const { visits } = await house.asks(robot, plan, { planId });
  const from = visits.find(({ id }) => id === visitId)!.at;
  await house.does(robot, changePlan, { planId, moves: [{ visitId, from, to }] });
  await house.does(robot, publishPlan, { planId, reason });
};

describe("the mail about an appointment", () => {
  test("says between which hours and at which address we begin", async () => {
    const { newest } = await booked();
    const { body } = await newest();
    expect(body).toContain("Onze monteurs beginnen tussen 08:00 en 12:00.");
    expect(body).toContain("Adres: Beukenlaan 18");
  });

  test("tells why a published plan moved it or took it off its day, in the planner's words", async () => {
    const { visitId, crewId, newest } = await booked();
    await publishes(visitId, { crewId, start: 840 }, "Onze monteur is ziek.");
    expect(await newest()).toMatchObject({ template: "planning/appointment-moved" });
    expect((await newest()).body).toContain("Reden: Onze monteur is ziek.");
    await publishes(visitId, null, "De bus staat stil.");
    expect(await newest()).toMatchObject({ template: "planning/appointment-freed" });
    expect((await newest()).body).toContain("Reden: De bus staat stil.");
  });

  test("keeps what a planner wrote for the office to the office", async () => {
    const { visitId, newest } = await booked();
    await house.does(noor, freeVisit, { visitId, reason: "Lastige klant" });
    const { template, body } = await newest();
    expect(template).toBe("planning/appointment-freed");
    expect(body).not.toMatch(/Lastige|Reden/);
  });
});
