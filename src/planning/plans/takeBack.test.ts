import { describe, expect, test } from "vitest";
import { changeCrew } from "../crews/actions/keepCrew.ts";
import { crewsWith } from "../crews/crewStore.ts";
import { testHouse } from "../testHouse.ts";
import { robot, testDay } from "../testing.ts";
import { visits } from "../visits/visitStore.ts";
import { changePlan } from "./actions/changePlan.ts";
import { changePlanCrews } from "./actions/changePlanCrews.ts";
import { discardPlan, makePlan } from "./actions/keepPlan.ts";
import { publishPlan } from "./actions/publishPlan.ts";
import { takeBackPlan } from "./actions/takeBack.ts";
import { undoPlan } from "./actions/undoPlan.ts";
import type { CrewMove } from "./crews/views.ts";
import { plan, plans, publications } from "./queries/plans.ts";

const world = await testHouse(({ house }) => house.platform.database.db.deleteFrom("plans").execute());

const days = { from: testDay, until: testDay };
const draft = async () => (await world.house.does(robot, makePlan, { ...days, name: "Maandag" })).id;
const board = (planId: string) => world.house.asks(robot, plan, { planId });
const takeBack = (planId: string) => world.house.does(robot, takeBackPlan, { planId, name: "Terug" });
const publish = (planId: string) =>
  world.house.does(robot, publishPlan, { planId, despite: true, reason: "Drukte" });
const crewInForce = async (visitId: string) => {
  const { crewId, status } = await visits.byId(world.house.platform.database.db, visitId);
  return { crewId, status };
};

const membersOf = async (crewId: string) =>
  (await crewsWith(world.house.platform.database.db, { ids: [crewId] }))[0]?.mechanicIds;

/** Puts a visit with a crew in a draft, and makes it so for everybody. */
const publishMove = async (visitId: string, crewId: string) => {
  const planId = await draft();
  const from = (await board(planId)).visits.find(({ id }) => id === visitId)!.at;
  await world.house.does(robot, changePlan, { planId, moves: [{ visitId, from, to: { crewId } }] });
  await publish(planId);
  await world.house.settles();
  return planId;
};

describe("a publication that is taken back", () => {
  test("comes as a draft in which all stands as before, and counts once that is published", async () => {
    const one = await world.crew({ name: "Ploeg 1" });
    const two = await world.crew({ name: "Ploeg 2" });
    const { visit } = await world.waiting({ name: "Bo Vonk" });
    await publishMove(visit.id, one.crewId);
    const planId = await publishMove(visit.id, two.crewId);
    const { rows } = await world.house.asks(robot, publications, days);
    expect(rows).toMatchObject([{ id: planId, name: "Maandag", visits: 1, crews: 0 }, { visits: 1 }]);

    const taken = await takeBack(planId);
    expect(taken).toMatchObject({ back: 1, crews: 0, stay: [], plan: { name: "Terug", status: "draft" } });
    const shown = (await board(taken.plan.id)).visits.find(({ id }) => id === visit.id)!;
    expect(shown).toMatchObject({ at: { crewId: one.crewId }, inForce: { crewId: two.crewId } });
    expect(await crewInForce(visit.id)).toMatchObject({ crewId: two.crewId });
    await publish(taken.plan.id);
    expect(await crewInForce(visit.id)).toMatchObject({ crewId: one.crewId, status: "scheduled" });
    await expect(takeBack(planId)).rejects.toMatchObject({ type: "planning/nothing-to-take-back" });
  });

  test("is taken back once: who does it again, also at once, is led to the draft that is there", async () => {
    const { crewId } = await world.crew();
    const { visit } = await world.waiting({ name: "Tess Twee" });
    const planId = await publishMove(visit.id, crewId);
    const twice = await Promise.all([takeBack(planId), takeBack(planId)]);
    const [first, second] = twice.toSorted((a, b) => Number(a.isThereAlready) - Number(b.isThereAlready));
    expect(first).toMatchObject({ isThereAlready: false, back: 1 });
    expect(second).toMatchObject({ isThereAlready: true, back: 0, plan: { id: first!.plan.id, changes: 1 } });
    const drafts = async () => (await world.house.asks(robot, plans, days)).rows.map(({ id }) => id);
    expect(await drafts()).toEqual([first!.plan.id]);

    await world.house.does(robot, discardPlan, { planId: first!.plan.id });
    const { plan: anew } = await takeBack(planId);
    expect(await drafts()).toEqual([anew.id]);
    await publish(anew.id);
    await expect(takeBack(planId)).rejects.toMatchObject({ type: "planning/nothing-to-take-back" });
    expect(await drafts()).toEqual([]);
  });

  test("is not offered when it changed nothing", async () => {
    const { crewId } = await world.crew();
    const { visit } = await world.waiting({ name: "Nel Niets" });
    const planId = await publishMove(visit.id, crewId);
    await publish(await draft());
    const { rows } = await world.house.asks(robot, publications, days);
    expect(rows.map(({ id }) => id)).toEqual([planId]);
  });

  test("does not count what stands as before already, such as a visit that only began later", async () => {
    const one = await world.crew({ name: "Ploeg 1" });
    const two = await world.crew({ name: "Ploeg 2" });
    const first = await world.waiting({ name: "Gijs Mol" });
    const second = await world.waiting({ name: "Hanna Pot" });
    await publishMove(second.visit.id, one.crewId);
    // The first comes before the second, which is at another hour then.
    const planId = await draft();
    const to = { crewId: one.crewId, afterId: null };
    await world.house.does(robot, changePlan, {
      planId,
      moves: [{ visitId: first.visit.id, from: null, to }],
    });
    await publish(planId);
    await world.house.settles();
    const { rows } = await world.house.asks(robot, publications, days);
    expect(rows[0]).toMatchObject({ id: planId, visits: 2 });
    await publishMove(first.visit.id, two.crewId);
    await expect(takeBack(planId)).rejects.toMatchObject({ type: "planning/nothing-to-take-back" });
  });

  test("takes what it planned for the first time off the day, and the customer is told", async () => {
    const { crewId } = await world.crew();
    const { visit, orderId } = await world.waiting({ name: "Cas de Wit" });
    const planId = await publishMove(visit.id, crewId);
    const { plan: back } = await takeBack(planId);
    expect(await publish(back.id)).toMatchObject({ freed: 1, told: 1 });
    await world.house.settles();
    expect((await crewInForce(visit.id)).crewId).toBeNull();
    expect(await world.statusOf(orderId)).toBe("planning");
  });

  test("leaves what was moved since where it is, and says which", async () => {
    const one = await world.crew({ name: "Ploeg 1" });
    const two = await world.crew({ name: "Ploeg 2" });
    const first = await world.waiting({ name: "Dee Smit" });
    const second = await world.waiting({ name: "Eva Kok" });
    const planId = await draft();
    const moves = [first, second].map(({ visit }) => {
      return { visitId: visit.id, from: null, to: { crewId: one.crewId } };
    });
    await world.house.does(robot, changePlan, { planId, moves });
    await publish(planId);
    await world.house.settles();
    const later = await publishMove(second.visit.id, two.crewId);
    const { number } = (await board(later)).visits.find(({ id }) => id === second.visit.id)!;
    const taken = await takeBack(planId);
    expect(taken).toMatchObject({ back: 1, stay: [number] });
    const shown = await board(taken.plan.id);
    const placeOf = (visitId: string) => shown.visits.find(({ id }) => id === visitId)!.at;
    expect(placeOf(first.visit.id)).toBeNull();
    expect(placeOf(second.visit.id)).toMatchObject({ crewId: two.crewId });
  });

  test("puts people back with their crews, all of them or none", async () => {
    const goes = async (mechanicId: string, fromCrewId: string, toCrewId: string) => {
      const planId = await draft();
      const move = { kind: "person", mechanicId, fromCrewId, toCrewId } as const;
      await world.house.does(robot, changePlanCrews, { planId, move });
      await publish(planId);
      return planId;
    };
    const one = await world.crew({ name: "Ploeg 1" });
    const two = await world.crew({ name: "Ploeg 2" });
    const three = await world.crew({ name: "Ploeg 3" });
    const emptied = await goes(one.mechanicId, one.crewId, two.crewId);
    const planId = await goes(two.mechanicId, two.crewId, three.crewId);
    expect(await membersOf(three.crewId)).toContain(two.mechanicId);
    // The second crew was changed since: who left the first does not leave it for nowhere.
    await expect(takeBack(emptied)).rejects.toMatchObject({ type: "planning/nothing-to-take-back" });
    const taken = await takeBack(planId);
    expect(taken).toMatchObject({ back: 0, crews: 2, crewsStay: 0 });
    await publish(taken.plan.id);
    expect((await membersOf(two.crewId))?.toSorted()).toEqual([one.mechanicId, two.mechanicId].toSorted());
    expect(await membersOf(three.crewId)).toEqual([three.mechanicId]);
  });

  test("puts people and visits back with a crew that it left with nobody", async () => {
    const one = await world.crew({ name: "Ploeg 1" });
    const two = await world.crew({ name: "Ploeg 2" });
    const { visit } = await world.waiting({ name: "Jip Vos" });
    await publishMove(visit.id, one.crewId);
    const planId = await draft();
    const move = {
      kind: "person",
      mechanicId: one.mechanicId,
      fromCrewId: one.crewId,
      toCrewId: two.crewId,
    } as const;
    await world.house.does(robot, changePlanCrews, { planId, move });
    const from = (await board(planId)).visits.find(({ id }) => id === visit.id)!.at;
    const moves = [{ visitId: visit.id, from, to: { crewId: two.crewId } }];
    await world.house.does(robot, changePlan, { planId, moves });
    await publish(planId);
    await world.house.settles();
    expect(await membersOf(one.crewId)).toEqual([]);
    const taken = await takeBack(planId);
    expect(taken).toMatchObject({ back: 1, stay: [], crews: 2, crewsStay: 0 });
    await publish(taken.plan.id);
    expect(await membersOf(one.crewId)).toEqual([one.mechanicId]);
    expect(await membersOf(two.crewId)).toEqual([two.mechanicId]);
    expect(await crewInForce(visit.id)).toMatchObject({ crewId: one.crewId });
  });

  /** A draft that makes a crew and gives it the one person of another, and the one visit of it, is published. */
  const withNewCrew = async () => {
    const one = await world.crew({ name: "Ploeg 1" });
    const { vanId } = await world.crew({ name: "Ploeg 9", on: "2026-03-17" });
    const { visit } = await world.waiting({ name: "Lot Bal" });
    await publishMove(visit.id, one.crewId);
    const planId = await draft();
    const crewId = "01990000-0000-7000-8000-0000000000c9";
    const [on, mechanicId] = [testDay, one.mechanicId];
    const crewMoves: CrewMove[] = [
      { kind: "new", crewId, on, name: "Ploeg 8", vanId, mechanicIds: [] },
      { kind: "person", mechanicId, fromCrewId: one.crewId, toCrewId: crewId },
    ];
    for (const move of crewMoves) await world.house.does(robot, changePlanCrews, { planId, move });
    const from = (await board(planId)).visits.find(({ id }) => id === visit.id)!.at;
    const moves = [{ visitId: visit.id, from, to: { crewId } }];
    await world.house.does(robot, changePlan, { planId, moves });
    await publish(planId);
    await world.house.settles();
    expect(await membersOf(crewId)).toEqual([mechanicId]);
    return { one, crewId, mechanicId, planId, visitId: visit.id };
  };

  test("takes a crew that it brought away again, and people are with their own; that can be taken back too", async () => {
    const { one, crewId, mechanicId, planId, visitId } = await withNewCrew();
    const taken = await takeBack(planId);
    expect(taken).toMatchObject({ back: 1, crews: 2, crewsStay: 0 });
    expect((await board(taken.plan.id)).crewsThatGo).toEqual([{ id: crewId, name: "Ploeg 8", on: testDay }]);
    expect((await board(await draft())).crewsThatGo).toEqual([]);
    await publish(taken.plan.id);
    expect(await membersOf(one.crewId)).toEqual([mechanicId]);
    expect(await membersOf(crewId)).toBeUndefined();
    expect(await crewInForce(visitId)).toMatchObject({ crewId: one.crewId });

    const again = await takeBack(taken.plan.id);
    expect(again).toMatchObject({ back: 1, stay: [], crews: 2, crewsStay: 0 });
    await publish(again.plan.id);
    expect(await membersOf(one.crewId)).toEqual([]);
    expect(await membersOf(crewId)).toEqual([mechanicId]);
    expect(await crewInForce(visitId)).toMatchObject({ crewId });
    // The crew that was there with nobody on it is there still.
    await publish((await takeBack(again.plan.id)).plan.id);
    expect(await membersOf(one.crewId)).toEqual([mechanicId]);
    expect(await membersOf(crewId)).toBeUndefined();
  });

  test("leaves a crew that it brought when somebody changed that since", async () => {
    const { one, crewId, mechanicId, planId } = await withNewCrew();
    await world.house.does(robot, changeCrew, { crewId, name: "Ploeg Zuid" });
    const { plan: back } = await takeBack(planId);
    expect((await board(back.id)).crewsThatGo).toEqual([]);
    await publish(back.id);
    expect(await membersOf(one.crewId)).toEqual([mechanicId]);
    expect(await membersOf(crewId)).toEqual([]);
  });

  test("leaves a crew that it brought when the draft has work or people on it again, and does not say it goes", async () => {
    const { crewId, mechanicId, one, planId, visitId } = await withNewCrew();
    const { plan: back } = await takeBack(planId);
    const change = async (kind: "person" | "visit") =>
      kind === "visit"
        ? world.house.does(robot, changePlan, {
            planId: back.id,
            moves: [
              {
                visitId,
                from: (await board(back.id)).visits.find(({ id }) => id === visitId)!.at,
                to: { crewId },
              },
            ],
          })
        : world.house.does(robot, changePlanCrews, {
            planId: back.id,
            move: { kind, mechanicId, fromCrewId: one.crewId, toCrewId: crewId },
          });
    const undo = () => world.house.does(robot, undoPlan, { planId: back.id });
    const going = async () => (await board(back.id)).crewsThatGo.map(({ id }) => id);
    await change("visit");
    expect(await going()).toEqual([]);
    await undo();
    expect(await going()).toEqual([crewId]);
    await change("person");
    expect(await going()).toEqual([]);
    await publish(back.id);
    expect(await membersOf(crewId)).toEqual([mechanicId]);
  });

  test("is refused when nothing can go back, and for a draft", async () => {
    const one = await world.crew({ name: "Ploeg 1" });
    const two = await world.crew({ name: "Ploeg 2" });
    const { visit } = await world.waiting({ name: "Fien Bos" });
    const planId = await publishMove(visit.id, one.crewId);
    await publishMove(visit.id, two.crewId);
    await expect(takeBack(planId)).rejects.toMatchObject({ type: "planning/nothing-to-take-back" });
    await expect(takeBack(await draft())).rejects.toMatchObject({ type: "planning/plan-not-published" });
    const { rows } = await world.house.asks(robot, publications, days);
    expect(rows).toHaveLength(2);
  });
});
