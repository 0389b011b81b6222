import { expect, test } from "vitest";
import { testHouse } from "../testHouse.ts";
import { robot } from "../testing.ts";
import { addVanByHand } from "./actions/keepVan.ts";
import { vansList } from "./queries/means.ts";

const { house } = await testHouse();

test("vans come in the order in which one counts them", async () => {
  for (const number of [10, 9, 1])
    await house.does(robot, addVanByHand, { plate: `V-${number}-CC`, name: `Bus ${number}` });
  const { rows } = await house.asks(robot, vansList, {});
  expect(rows.map(({ name }) => name)).toEqual(["Bus 1", "Bus 9", "Bus 10"]);
});
