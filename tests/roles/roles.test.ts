import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { capabilities } from "../../src/main/house.ts";
import { type Caller, callersOf } from "./callers.ts";
import { inputFor, unfit } from "./inputs.ts";
import { knock, type Outcome } from "./knock.ts";
import { readTable, writeTable } from "./table.ts";
import { openWorld, type World } from "./world.ts";

const writes = Boolean(process.env.WRITE_MATRIX);
const routes = capabilities.flatMap((capability) => capability.routes);
const nobodys = {
  orderId: "",
  contactId: "",
  customerId: "",
  partnerId: "",
  strangerId: "",
  mechanicUserId: "",
  strangeMechanicUserId: "",
};

let world: World;
let callers: Caller[];
beforeAll(async () => {
  world = await openWorld();
  callers = callersOf(world.grounds);
}, 240_000);
afterAll(() => world?.house.close());

/** What every caller is answered by one endpoint. */
const outcomesOf = async (route: (typeof routes)[number]): Promise<Outcome[]> => {
  const input = inputFor(route, world.known);
  const { orderId, visitId, invoiceId, workOrderId, signOffId } = world.known;
  const marks = [orderId, visitId, invoiceId, workOrderId, signOffId].filter((mark) => mark !== undefined);
  const outcomes: Outcome[] = [];
  for (const caller of callers)
    outcomes.push(await knock(world.house.platform, route, { caller, input, marks }));
  return outcomes;
};

describe.runIf(writes)("the table", () => {
  test("is written anew", async () => {
    const rows = new Map<string, Outcome[]>();
    for (const route of routes) rows.set(route.endpoint.name, await outcomesOf(route));
    writeTable(callers, rows);
    expect(readTable(callers).size).toBe(routes.length);
  }, 240_000);
});

describe.skipIf(writes)("role by action by row", () => {
  const table = writes ? new Map<string, string>() : readTable(callersOf(nobodys));

  test("every endpoint has a line in tests/roles/matrix.txt, and every line an endpoint", () => {
    expect(routes.map(({ endpoint }) => endpoint.name).toSorted()).toEqual([...table.keys()].toSorted());
  });

  test.each(routes.map((route) => [route.endpoint.name, route] as const))("%s", async (name, route) => {
    expect(unfit(route, inputFor(route, world.known)), "the input must get past the contract").toEqual([]);
    const cells = await outcomesOf(route);
    const named = (row: string) =>
      callers.map((caller, column) => `${caller.name}/${caller.row} ${row[column]}`);
    expect(named(cells.join(""))).toEqual(named(table.get(name) ?? ""));
  });

  const column = (heading: string) =>
    callersOf(nobodys).findIndex(({ name, row }) => `${name}/${row}` === heading);
  const open = (heading: string, kind: "action" | "query", sign: Outcome) =>
    routes.filter(
      ({ type, endpoint }) => type === kind && table.get(endpoint.name)?.[column(heading)] === sign,
    );

  test("a colleague without scopes changes nothing but own views", () => {
    const changed = [...open("noscope/own", "action", "+"), ...open("noscope/own", "action", ".")];
    expect(changed.map(({ endpoint }) => endpoint.name).filter((name) => !name.startsWith("views."))).toEqual(
      ["field.pdf", "messaging.openAttachment"],
    );
  });

  test.each(["partner/other", "key/other", "customer/other", "mechanic/other"])(
    "%s neither sees nor changes anything of the order",
    (heading) => {
      const seen = [...open(heading, "query", "+"), ...open(heading, "action", "+")];
      // Views somebody saved are of nobody's order.
      expect(seen.map(({ endpoint }) => endpoint.name).filter((name) => !name.startsWith("views."))).toEqual(
        [],
      );
    },
  );
});
