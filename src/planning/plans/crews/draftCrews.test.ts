import { describe, expect, test } from "vitest";
import { assignMechanic } from "../../crews/actions/assignMechanic.ts";
import { crewsWith } from "../../crews/crewStore.ts";
import { addDayCrew } from "../../crews/crews.ts";
import { addVan } from "../../means/vans.ts";
import { addMechanic } from "../../people/mechanics.ts";
import type { MechanicLevel } from "../../people/views.ts";
import { testHouse } from "../../testHouse.ts";
import { robot, testDay } from "../../testing.ts";
import { visits } from "../../visits/visitStore.ts";
import { changePlan } from "../actions/changePlan.ts";
import { changePlanCrews } from "../actions/changePlanCrews.ts";
import { makePlan } from "../actions/keepPlan.ts";
import { optimisePlan } from "../actions/optimisePlan.ts";
import { publishPlan } from "../actions/publishPlan.ts";
import { redoPlan, undoPlan } from "../actions/undoPlan.ts";
import { plan } from "../queries/plans.ts";
import type { CrewMove } from "./views.ts";

const world = await testHouse();

const charging = "vehicle_charging_installation";
const cupboards = "meter_box_replacement";

const person = (code: string, skills: string[], level: MechanicLevel = "senior") =>
  world.house.works(robot, (work) =>
    addMechanic(work, { code, name: `Monteur ${code}`, firstName: code, skills, level }),
  );

const crewOf = async (name: string, ...mechanicIds: string[]) => {
  const vanId = await world.house.works(robot, (work) =>
    addVan(work, { plate: `V-${name}`, name: `Bus ${name}` }),
  );
  const crewId = await world.house.works(robot, (work) =>
    addDayCrew(work, { on: testDay, name, vanId, mechanicIds }),
  );
  return { crewId, vanId };
};

const aVan = (name: string) => world.house.works(robot, (work) => addVan(work, { plate: `V-${name}`, name }));

const makes = (crewId: string, name: string, vanId: string, ...mechanicIds: string[]): CrewMove => ({
  kind: "new",
  crewId,
  on: testDay,
  name,
  vanId,
  mechanicIds,
});

const draft = async () => (await world.house.does(robot, makePlan, { from: testDay, until: testDay })).id;
const move = (planId: string, change: CrewMove) =>
  world.house.does(robot, changePlanCrews, { planId, move: change });
const goes = (mechanicId: string, fromCrewId: string | null, toCrewId: string | null): CrewMove => ({
  kind: "person",
  mechanicId,
  fromCrewId,
  toCrewId,
});
const dayOfCrew = async (planId: string, crewId: string) =>
  (await world.house.asks(robot, plan, { planId })).days.find((day) => day.crewId === crewId)!;
const inForce = async (...ids: string[]) => crewsWith(world.house.platform.database.db, { ids });

/** Two crews of two: who can do what is spread so that neither can do all. */
const twoCrews = async () => {
  const [anton, bea, cor, dina] = await Promise.all([
    person("Anton", [charging]),
    person("Bea", [charging]),
    person("Cor", [cupboards]),
    person("Dina", [cupboards]),
  ]);
  const one = await crewOf("Ploeg 1", anton, bea);
  const two = await crewOf("Ploeg 2", cor, dina);
  return { anton, bea, cor, dina, one, two };
};

describe("crews of a draft", () => {
  test("change in the draft only, with what they can do, and go back and forth", async () => {
    const { bea, one, two } = await twoCrews();
    const planId = await draft();
    const changed = await move(planId, goes(bea, one.crewId, two.crewId));
    expect(changed.score.crewsChanged).toBe(2);
    expect(changed.undo).toMatchObject({ kind: "crews", count: 2 });
    expect(changed.days.find(({ crewId }) => crewId === two.crewId)).toMatchObject({
      skills: [cupboards, charging],
      members: [{ isMoved: false }, { isMoved: false }, { id: bea, isMoved: true }],
      crewInForce: { members: ["Monteur Cor", "Monteur Dina"], van: "Bus Ploeg 2" },
    });
    expect((await inForce(two.crewId))[0]!.mechanicIds).toHaveLength(2);
    await world.house.does(robot, undoPlan, { planId });
    expect((await dayOfCrew(planId, two.crewId)).crewInForce).toBeNull();
    await world.house.does(robot, redoPlan, { planId });
    expect((await dayOfCrew(planId, two.crewId)).members).toHaveLength(3);
  });

  test("are published together with the visits: people and vans change places", async () => {
    const { anton, bea, cor, dina, one, two } = await twoCrews();
    const { visit } = await world.waiting({ name: "Gea Postma" });
    const planId = await draft();
    await move(planId, goes(bea, one.crewId, null));
    await move(planId, goes(cor, two.crewId, one.crewId));
    await move(planId, goes(bea, null, two.crewId));
    await move(planId, { kind: "van", crewId: one.crewId, was: one.vanId, vanId: two.vanId });
    await world.house.does(robot, changePlan, {
      planId,
      moves: [{ visitId: visit.id, from: null, to: { crewId: two.crewId } }],
    });
    const done = await world.house.does(robot, publishPlan, { planId });
    expect(done).toMatchObject({ planned: 1, crews: 2 });
    const [first, second] = [one.crewId, two.crewId].map((id) => async () => (await inForce(id))[0]!);
    expect(await first!()).toMatchObject({ mechanicIds: [anton, cor], vanId: two.vanId });
    expect(await second!()).toMatchObject({ mechanicIds: [dina, bea], vanId: one.vanId });
    expect(await visits.byId(world.house.platform.database.db, visit.id)).toMatchObject({
      status: "scheduled",
      crewId: two.crewId,
    });
  });

  test("tell who saw a crew otherwise that somebody else was ahead", async () => {
    const { bea, one, two } = await twoCrews();
    const planId = await draft();
    await move(planId, goes(bea, one.crewId, two.crewId));
    await expect(move(planId, goes(bea, one.crewId, null))).rejects.toMatchObject({
      type: "planning/plan-crews-moved-meanwhile",
      facts: { crews: ["Ploeg 2"] },
    });
  });

  test("are no more than three people, and nobody who is away", async () => {
    const { bea, one, two } = await twoCrews();
    const planId = await draft();
    const [eva, ill] = [await person("Eva", []), await person("Fons", [])];
    await world.house.works(robot, ({ tx, now }) =>
      tx
        .insertInto("absences")
        .values({
          mechanicId: ill,
          fromOn: testDay,
          untilOn: testDay,
          kind: "sick_leave",
          createdAt: now,
        } as never)
        .execute(),
    );
    await expect(move(planId, goes(ill, null, two.crewId))).rejects.toMatchObject({
      type: "planning/crew-has-breaches",
      facts: { breaches: [{ kind: "person_away", detail: "Monteur Fons" }] },
    });
    await move(planId, goes(bea, one.crewId, two.crewId));
    await expect(move(planId, goes(eva, null, two.crewId))).rejects.toMatchObject({
      type: "planning/crew-full",
    });
  });

  test("that would put somebody on two crews are told, and the database refuses to publish any of it", async () => {
    const { anton, bea, one, two } = await twoCrews();
    const eva = await person("Eva", [charging]);
    const planId = await draft();
    await move(planId, goes(bea, one.crewId, null));
    await move(planId, goes(eva, null, one.crewId));
    await world.house.does(robot, assignMechanic, { mechanicId: eva, on: testDay, crewId: two.crewId });
    expect((await dayOfCrew(planId, two.crewId)).breaches).toMatchObject([
      { rule: "once_a_day", detail: "Monteur Eva" },
    ]);
    await expect(world.house.does(robot, publishPlan, { planId, despite: true })).rejects.toMatchObject({
      type: "planning/person-on-other-crew",
    });
    expect((await inForce(one.crewId))[0]!.mechanicIds).toEqual([anton, bea]);
  });

  test("of juniors alone break a rule as soon as they have work", async () => {
    const { crewId } = await crewOf("Ploeg 1", await person("Guus", [charging], "junior"));
    const { visit } = await world.waiting({ name: "Hans Mulder" });
    const planId = await draft();
    const { days } = await world.house.does(robot, changePlan, {
      planId,
      moves: [{ visitId: visit.id, from: null, to: { crewId } }],
    });
    expect(days[0]!.breaches).toMatchObject([{ rule: "senior", detail: "Monteur Guus" }]);
  });

  test("are no new ones under the id of a crew that is there, which would become that of another day", async () => {
    const { crewId } = await world.crew({ on: "2026-03-17", name: "Volgende week" });
    const planId = await draft();
    const again = makes(crewId, "Ploeg 9", await aVan("negen"));
    await expect(move(planId, again)).rejects.toMatchObject({
      status: 422,
      facts: { errors: [{ pointer: "/move/crewId" }] },
    });
    const own = makes(crypto.randomUUID(), "Ploeg 8", await aVan("acht"));
    await move(planId, own);
    const twice = { ...own, name: "Ploeg 7", vanId: await aVan("zeven") } as CrewMove;
    await expect(move(planId, twice)).rejects.toMatchObject({ status: 422 });
  });

  test("can be new ones: with work on them they become crews when the draft is published", async () => {
    const { one, two } = await twoCrews();
    const eva = await person("Eva", [charging]);
    const vanId = await aVan("Bus reserve");
    const { visit } = await world.waiting({ name: "Hilde Smit" });
    const planId = await draft();
    const crewId = crypto.randomUUID();
    const made = await move(planId, makes(crewId, "Ploeg 3", vanId, eva));
    expect(made.score.crewsChanged).toBe(1);
    await world.house.does(robot, changePlan, {
      planId,
      moves: [{ visitId: visit.id, from: null, to: { crewId } }],
    });
    expect(await dayOfCrew(planId, crewId)).toMatchObject({
      name: "Ploeg 3",
      isNew: true,
      van: "Bus reserve",
      visitIds: [visit.id],
      breaches: [],
    });
    expect(await inForce(crewId)).toEqual([]);
    await world.house.does(robot, publishPlan, { planId });
    expect(await inForce(crewId, one.crewId, two.crewId)).toMatchObject([
      {},
      {},
      { name: "Ploeg 3", mechanicIds: [eva], vanId, startsAt: "07:30", endsAt: "17:00" },
    ]);
    expect(await visits.byId(world.house.platform.database.db, visit.id)).toMatchObject({
      status: "scheduled",
      crewId,
    });
  });

  test("that are new go away again, are taken back and made again, and go along in a copy", async () => {
    const { bea, one } = await twoCrews();
    const vanId = await aVan("Bus reserve");
    const { visit } = await world.waiting({ name: "Hilde Smit" });
    const planId = await draft();
    const crewId = crypto.randomUUID();
    await move(planId, makes(crewId, "Ploeg 3", vanId));
    await move(planId, goes(bea, one.crewId, crewId));
    await world.house.does(robot, changePlan, {
      planId,
      moves: [{ visitId: visit.id, from: null, to: { crewId } }],
    });
    const copy = await world.house.does(robot, makePlan, { from: testDay, until: testDay, copyOf: planId });
    expect(await dayOfCrew(copy.id, crewId)).toMatchObject({ visitIds: [visit.id], members: [{ id: bea }] });
    const gone = await move(planId, { kind: "away", crewId });
    expect(gone).toMatchObject({ gone: [crewId], score: { planned: 0 } });
    const back = await world.house.does(robot, undoPlan, { planId });
    expect(back.days.find((day) => day.crewId === crewId)).toMatchObject({ visitIds: [visit.id] });
    for (let step = 0; step < 3; step += 1) await world.house.does(robot, undoPlan, { planId });
    expect(await dayOfCrew(planId, crewId)).toBeUndefined();
    const again = await world.house.does(robot, redoPlan, { planId });
    expect(again.days).toMatchObject([{ crewId, name: "Ploeg 3", members: [] }]);
  });

  test("that are new take no name, van, person or day that is not free", async () => {
    const { bea, one, two } = await twoCrews();
    const vanId = await aVan("Bus reserve");
    const planId = await draft();
    const refused = async (change: CrewMove, problem: object) =>
      expect(move(planId, change)).rejects.toMatchObject(problem);
    const crew = (change: object) =>
      ({ ...makes(crypto.randomUUID(), "Ploeg 3", vanId), ...change }) as CrewMove;
    await refused(crew({ name: "Ploeg 1" }), { type: "planning/crew-name-taken" });
    await refused(crew({ vanId: two.vanId }), { type: "planning/van-on-other-crew" });
    await refused(crew({ mechanicIds: [bea] }), { type: "planning/person-on-other-crew" });
    await refused(crew({ on: "2099-01-01" }), { type: "planning/not-in-this-plan" });
    await refused(crew({ startsAt: "17:00", endsAt: "07:30" }), { status: 422 });
    await refused({ kind: "away", crewId: one.crewId }, { type: "planning/not-in-this-plan" });
  });

  test("are formed by the optimiser when asked, as one step with the visits", async () => {
    await twoCrews();
    const { visit } = await world.waiting({ name: "Iris Kok" });
    await world.house.works(robot, (work) =>
      visits.change(work, visit.id, { skills: [charging, cupboards] } as never),
    );
    const planId = await draft();
    const optimise = async (formCrews: boolean) => {
      await world.house.does(robot, optimisePlan, { planId, scope: "all", seconds: 1, formCrews });
      await world.house.settles();
      return world.house.asks(robot, plan, { planId });
    };
    expect((await optimise(false)).score).toMatchObject({ planned: 0, crewsChanged: 0 });
    const formed = await optimise(true);
    expect(formed.score).toMatchObject({ planned: 1, crewsChanged: 2, breaches: 0 });
    expect(formed.run).toMatchObject({ status: "done", formsCrews: true });
    await world.house.does(robot, undoPlan, { planId });
    expect((await world.house.asks(robot, plan, { planId })).score).toMatchObject({
      planned: 0,
      crewsChanged: 0,
    });
  });
});
