import { afterAll, beforeAll, describe, expect, test } from "vitest";
// Which scope opens what behind a door is in roles/matrix.txt.
import { builtInAddressBook } from "#crm";
import { outboxMailer } from "#messaging";
import { type Actor, anonymous, doorsOf, type Problem, type Route, runAction, runQuery } from "#platform";
import { type House, openHouse } from "#platform/testing";
import { capabilities } from "../src/main/house.ts";
import { ada, ravi, sam } from "./cast.ts";

const organizationId = "0190f000-0000-7000-8000-0000000000aa";
const orderId = "0190f000-0000-7000-8000-0000000000bb";

/** Everybody who can knock, each without a single scope more than the face they come to. */
const visitors: Record<string, Actor> = {
  nobody: anonymous,
  "a customer with a link": {
    kind: "customer",
    linkId: orderId,
    purpose: "order",
    orderId,
    contactId: null,
    organizationId,
  },
  "a partner's machine": {
    kind: "partner",
    apiKeyId: organizationId,
    name: "key",
    scopes: [],
    organizationId,
    organizationIds: [organizationId],
  },
  "somebody of a partner": { ...ravi, scopes: [], organizationId, organizationIds: [organizationId] },
  "a mechanic": { ...sam, scopes: [] },
  "a colleague without scopes": { ...ada, role: "internal", scopes: [] },
};

const routes = capabilities.flatMap((capability) => capability.routes);
let house: House;
beforeAll(async () => {
  const services = { addresses: builtInAddressBook, mailer: outboxMailer };
  house = await openHouse(capabilities, { services });
});
afterAll(() => house.close());

/** What an empty call through a route is answered with: `0` for a good answer. */
const knock = async (route: Route, actor: Actor): Promise<number> => {
  try {
    const call = { actor, input: {} };
    await (route.type === "action"
      ? runAction(house.platform, route, call)
      : runQuery(house.platform, route, call));
    return 0;
  } catch (problem) {
    return (problem as Problem).status;
  }
};

const outside = (actor: Actor) =>
  routes.filter(({ endpoint }) => !endpoint.doors.some((door) => doorsOf(actor).includes(door)));

describe("every door", () => {
  test.each(Object.entries(visitors))("is closed to %s where it is not theirs", async (_name, actor) => {
    const closed = actor.kind === "anonymous" ? 401 : 403;
    const open: string[] = [];
    for (const route of outside(actor))
      if ((await knock(route, actor)) !== closed) open.push(route.endpoint.name);
    expect(open).toEqual([]);
    expect(outside(actor).length).toBeGreaterThan(0);
  });

  test("is described: each call has a name of its own, a summary and a capability", () => {
    const names = routes.map(({ endpoint }) => endpoint.name);
    expect(new Set(names).size).toBe(names.length);
    for (const { endpoint } of routes) expect(endpoint.summary.length).toBeGreaterThan(10);
  });
});
