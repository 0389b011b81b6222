import { expect, test } from "vitest";
import { noor } from "../../../tests/cast.ts";
import { addDepot } from "../means/actions/addDepot.ts";
import { testHouse } from "../testHouse.ts";
import { testDay } from "../testing.ts";
import { askWhatIf } from "./actions/askWhatIf.ts";
import { whatIfs } from "./queries/whatIfs.ts";

const { house } = await testHouse();

test("a what-if that lost its process each time is told as failed, and one that was late as what it became", async () => {
  const { id: depotId } = await house.does(noor, addDepot, { name: "Amersfoort", postalCode: "3811AB" });
  const skills = ["vehicle_charging_installation"];
  const changes = [{ kind: "add_crew" as const, depotId, skills, days: [testDay] }];
  await house.does(noor, askWhatIf, { week: "2026-03-09", changes, work: [] });
  const answer = async () => (await house.asks(noor, whatIfs, {})).rows[0];
  house.clock.forward("PT9M");
  expect(await answer()).toMatchObject({ status: "running", problem: null });
  house.clock.forward("PT2M");
  expect(await answer()).toMatchObject({ status: "failed", problem: "unforeseen", result: null });
  await house.settles();
  expect(await answer()).toMatchObject({ status: "done", problem: null });
});
