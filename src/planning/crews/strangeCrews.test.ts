import { describe, expect, test } from "vitest";
import { noor } from "../../../tests/cast.ts";
import { testHouse } from "../testHouse.ts";
import { testDay } from "../testing.ts";
import { assignMechanic } from "./actions/assignMechanic.ts";
import { fillCrews } from "./actions/fillCrews.ts";
import { changeCrew, makeCrew } from "./actions/keepCrew.ts";

const { house, crew } = await testHouse();

const nothing = "01990000-0000-7000-8000-00000000dead";
const refused = (...errors: { pointer: string; problem: string }[]) => ({ status: 422, facts: { errors } });
const aCrew = async () => {
  const { crewId, vanId, mechanicId } = await crew();
  const made = { on: "2026-03-11", name: "Noord", vanId, mechanicIds: [mechanicId] };
  return {
    makes: (more: object) => house.does(noor, makeCrew, { ...made, ...more }),
    changes: (more: object) => house.does(noor, changeCrew, { crewId, ...more }),
    crewId,
    mechanicId,
  };
};

describe("a crew of what cannot be", () => {
  test("is refused by field: people and a van that do not exist, also when it is changed", async () => {
    const { makes, changes, crewId } = await aCrew();
    const strange = { vanId: nothing, mechanicIds: [nothing], despite: true };
    const both = refused(
      { pointer: "/vanId", problem: "unknown" },
      { pointer: "/mechanicIds/0", problem: "unknown" },
    );
    await expect(makes(strange)).rejects.toMatchObject(both);
    await expect(changes(strange)).rejects.toMatchObject(both);
    const assigned = house.does(noor, assignMechanic, { mechanicId: nothing, on: testDay, crewId });
    await expect(assigned).rejects.toMatchObject(refused({ pointer: "/mechanicId", problem: "unknown" }));
  });

  test("is refused by field: somebody twice, hours that end as they begin, an id that is taken", async () => {
    const { makes, changes, crewId, mechanicId } = await aCrew();
    const twice = { mechanicIds: [mechanicId, mechanicId] };
    const both = refused({ pointer: "/mechanicIds", problem: "twice" });
    await expect(makes(twice)).rejects.toMatchObject(both);
    await expect(changes(twice)).rejects.toMatchObject(both);
    const hours = refused({ pointer: "/endsAt", problem: "ends-before-begin" });
    await expect(makes({ startsAt: "17:00", endsAt: "17:00" })).rejects.toMatchObject(hours);
    await expect(changes({ startsAt: "18:00" })).rejects.toMatchObject(hours);
    const taken = refused({ pointer: "/id", problem: "taken" });
    await expect(makes({ id: crewId })).rejects.toMatchObject(taken);
  });

  test("is refused by field: places that are not on this earth", async () => {
    const { makes } = await aCrew();
    const start = { name: "Maan", latitude: 91, longitude: -181 };
    await expect(makes({ start, end: { ...start, latitude: 1e308 } })).rejects.toMatchObject({
      facts: {
        errors: ["/start/latitude", "/start/longitude", "/end/latitude", "/end/longitude"].map((pointer) => ({
          pointer,
        })),
      },
    });
  });

  test("is not made like a template that does not exist", async () => {
    const like = { kind: "template" as const, templateId: nothing };
    const filled = house.does(noor, fillCrews, { from: testDay, until: testDay, like });
    await expect(filled).rejects.toMatchObject({ status: 404 });
  });
});
