import { describe, expect, test } from "vitest";
import { noor } from "../../../tests/cast.ts";
import { addMechanic } from "../people/mechanics.ts";
import { testHouse } from "../testHouse.ts";
import { robot, testDay } from "../testing.ts";
import { assignMechanic } from "./actions/assignMechanic.ts";
import { changeCrew } from "./actions/keepCrew.ts";

const { house, crew } = await testHouse();

const somebody = (code: string) =>
  house.works(robot, (work) =>
    addMechanic(work, { code, name: `Monteur ${code}`, firstName: code, skills: [] }),
  );

describe("a crew that a colleague changed meanwhile", () => {
  test("does not lose whom the colleague put on it; what is something else by now is refused", async () => {
    const { crewId, mechanicId } = await crew();
    const [added, other] = [await somebody("M81"), await somebody("M82")];
    const seen = { mechanicIds: [mechanicId], endsAt: "17:00" };
    await house.does(noor, assignMechanic, { mechanicId: added, on: testDay, crewId });
    const stale = { crewId, mechanicIds: [mechanicId, other], was: { mechanicIds: seen.mechanicIds } };
    await expect(house.does(noor, changeCrew, stale)).rejects.toMatchObject({
      type: "platform/changed-meanwhile",
      facts: { fields: ["mechanicIds"] },
    });
    const { crew: changed } = await house.does(noor, changeCrew, {
      crewId,
      endsAt: "16:00",
      was: { endsAt: seen.endsAt },
    });
    expect(changed).toMatchObject({ endsAt: "16:00", mechanicIds: [mechanicId, added] });
  });

  test("is the same in its places when they are", async () => {
    const { crewId } = await crew();
    const { before } = await house.does(noor, changeCrew, { crewId });
    const start = { name: "Zwolle", latitude: 52.5, longitude: 6.1 };
    const { crew: moved } = await house.does(noor, changeCrew, {
      crewId,
      start,
      was: { start: before.start, end: before.end },
    });
    expect(moved.start).toEqual(start);
    const again = house.does(noor, changeCrew, { crewId, start, was: { start: before.start } });
    await expect(again).rejects.toMatchObject({ facts: { fields: ["start"] } });
  });
});
