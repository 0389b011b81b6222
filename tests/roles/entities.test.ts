import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Action, type Person, type Query, type Route, runAction } from "#platform";
import { scopeFamilies } from "#platform/identity/contract";
import { capabilities } from "../../src/main/house.ts";
import type { Caller } from "./callers.ts";
import { inputFor } from "./inputs.ts";
import { knock, type Outcome } from "./knock.ts";
import { openWorld, type World } from "./world.ts";

/** Every right but the one to cross entities. */
const scopes = Object.keys(scopeFamilies)
  .filter((family) => family !== "multi")
  .map((family) => `${family}.*`);
const office = (more: Partial<Person>): Person => ({
  kind: "person",
  userId: "0190f000-0000-7000-8000-0000000000a2",
  name: "Iemand van een vestiging",
  role: "manager",
  scopes,
  organizationId: null,
  organizationIds: [],
  language: "nl",
  ...more,
});
const routes = capabilities.flatMap((capability) => capability.routes);
/** What names a row that hangs on the order. */
const ofOrder = ["orderId", "visitId", "invoiceId", "workOrderId", "lineId", "messageId"];

let world: World;
let entity: string;
beforeAll(async () => {
  world = await openWorld();
  const { rows } = await world.house.platform.database.pool.query(
    "select business_entity from orders where id = $1",
    [world.known.orderId],
  );
  entity = rows[0].business_entity;
}, 240_000);
afterAll(() => world?.house.close());

const elsewhere = () => office({ businessEntities: [entity === "ratioshop" ? "chargecars" : "ratioshop"] });

const outcomeOf = (route: Route, caller: Pick<Caller, "actor" | "row">): Promise<Outcome> => {
  const input = inputFor(route, world.known);
  const { orderId, visitId, invoiceId, workOrderId } = world.known;
  const marks = [orderId, visitId, invoiceId, workOrderId].filter((mark) => mark !== undefined);
  return knock(world.house.platform, route, { caller: { name: "office", ...caller }, input, marks });
};

describe("staff of another entity", () => {
  test.each(
    routes.filter(({ type }) => type === "query").map((route) => [route.endpoint.name, route] as const),
  )("sees nothing of the order in %s", async (_, route) => {
    expect(await outcomeOf(route, { actor: elsewhere(), row: "other" })).not.toBe("+");
  });

  const changes = routes.filter(
    ({ type, endpoint }) =>
      type === "action" &&
      ofOrder.some((name) => name in endpoint.params.shape || name in endpoint.body.shape),
  );
  test.each(changes.map((route) => [route.endpoint.name, route] as const))(
    "changes nothing of the order by %s",
    async (_, route) => {
      expect(await outcomeOf(route, { actor: elsewhere(), row: "other" })).not.toBe("+");
    },
  );

  test("is refused what staff of all entities may do", async () => {
    const allowed = await Promise.all(
      changes.map((route) => outcomeOf(route, { actor: office({}), row: "own" })),
    );
    expect(allowed.filter((outcome) => outcome === "+").length).toBeGreaterThan(20);
  });

  test("makes no order for it either", async () => {
    const input = {
      businessEntity: entity,
      kind: "installation",
      name: "Hanna Vermeer",
      email: "hanna.vermeer@example.org",
      phone: "0612345678",
      address: { street: "Kerkweg", houseNumber: "4", addition: "", postalCode: "3862AB", city: "Nijkerk" },
    };
    const { platform } = world.house;
    const newLead = routes.find(({ endpoint }) => endpoint.name === "orders.newLead") as Action;
    const made = runAction(platform, newLead, { actor: elsewhere(), input });
    await expect(made).rejects.toMatchObject({ code: "42501" });
    const own = runAction(platform, newLead, { actor: office({ businessEntities: [entity] }), input });
    await expect(own).resolves.toMatchObject({ status: 201 });
  });
});

test("a customer of the group is known to staff of every entity, what it ordered of another is not", async () => {
  const { house, known } = world;
  const { db } = house.platform.database;
  const { endCustomerId } = await db
    .selectFrom("orders")
    .select("endCustomerId")
    .where("id", "=", known.orderId as string)
    .executeTakeFirstOrThrow();
  const ask = async (name: string, actor: Person) => {
    const route = routes.find(({ endpoint }) => endpoint.name === name) as Query;
    return (await house.asks(actor, route, { organizationId: endCustomerId })) as { rows?: unknown[] };
  };
  expect(await ask("crm.organization", elsewhere())).toMatchObject({ id: endCustomerId });
  expect((await ask("orders.orders", elsewhere())).rows).toEqual([]);
  expect((await ask("billing.invoices", elsewhere())).rows).toEqual([]);
  expect((await ask("orders.orders", office({ businessEntities: [entity] }))).rows).not.toEqual([]);
});

/** Crews work for every entity: who plans sees all of their days. */
const isForWholeDays = ({ type, endpoint }: Route) =>
  endpoint.name.startsWith("planning.") &&
  endpoint.doors.includes("office") &&
  (type === "action" ||
    /^planning.(plans?|publications|planRun|placesFor|capacity|capacityParts|whatIfs?)$/.test(endpoint.name));

describe("staff of the order's own entity", () => {
  const of = (route: Route, more: Partial<Person>) => outcomeOf(route, { actor: office(more), row: "own" });
  const named = (some: readonly Route[]) => some.map((route) => [route.endpoint.name, route] as const);

  test.each(named(routes.filter((route) => !isForWholeDays(route))))(
    "is answered by %s like staff of all entities",
    async (_, route) => {
      expect(await of(route, { businessEntities: [entity] })).toBe(await of(route, {}));
    },
  );

  test.each(named(routes.filter(isForWholeDays)))("is refused %s", async (_, route) => {
    expect(await of(route, { businessEntities: [entity] })).toBe("-");
  });

  test("crosses entities with the right to", async () => {
    const crosses = { ...elsewhere(), scopes: [...scopes, "multi.entity"] };
    const route = routes.find(({ endpoint }) => endpoint.name === "orders.order")!;
    expect(await outcomeOf(route, { actor: crosses, row: "other" })).toBe("+");
  });
});
