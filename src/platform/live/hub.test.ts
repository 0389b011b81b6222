import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type House, openHouse } from "#platform/testing";
import { type Actor, anonymous } from "../actor.ts";
import { createServer } from "../http/server.ts";
import { addNote, makeNotesTable, notesCapability, somebody } from "../testing/notes.ts";
import { createLiveHub } from "./hub.ts";
import { type Notifier, startNotifier } from "./notifier.ts";

const id = (last: number) => `01990000-0000-7000-8000-${String(last).padStart(12, "0")}`;
const [orderId, otherOrder, organization, stranger] = [id(1), id(2), id(3), id(4)];
const machine = (organizationId: string): Actor => ({
  kind: "partner",
  apiKeyId: organizationId,
  name: "P",
  scopes: [],
  organizationId,
  organizationIds: [organizationId],
});
const holder = (of: string): Actor => ({
  kind: "customer",
  linkId: of,
  purpose: "status",
  orderId: of,
  contactId: null,
  organizationId: null,
});
const actors: Record<string, Actor> = {
  staff: somebody,
  involved: machine(organization),
  stranger: machine(stranger),
  customer: holder(orderId),
  otherCustomer: holder(otherOrder),
};

let house: House;
let server: FastifyInstance;
let notifier: Notifier;
let base: string;
beforeAll(async () => {
  house = await openHouse([notesCapability()]);
  await makeNotesTable(house);
  const { platform } = house;
  server = await createServer(platform, {
    identify: async ({ headers }) => actors[String(headers["x-test-actor"])] ?? anonymous,
    logLevel: "silent",
  });
  const parties = new Map([[orderId, new Set([organization])]]);
  const hub = createLiveHub(platform, async () => parties);
  hub.addRoute(server);
  notifier = await startNotifier(
    house.url,
    (ids) => void hub.heard(ids),
    () => undefined,
  );
  platform.committed = ({ eventIds }) => notifier.push(eventIds);
  base = await server.listen({ port: 0, host: "127.0.0.1" });
});
afterAll(async () => {
  await notifier?.close();
  server?.server.closeAllConnections();
  await server?.close();
  await house?.close();
});

/** Opens the stream as somebody and collects what it says. */
const watch = async (as: string, lastId?: number) => {
  const stop = new AbortController();
  const headers: Record<string, string> = { "x-test-actor": as };
  if (lastId !== undefined) headers["last-event-id"] = String(lastId);
  const answer = await fetch(`${base}/api/v1/live`, { headers, signal: stop.signal });
  let text = "";
  const reading = (async () => {
    for await (const part of answer.body!.pipeThrough(new TextDecoderStream())) text += part;
  })().catch(() => undefined);
  const heard = () =>
    [...text.matchAll(/^data: (\{.+\})$/gm)].map(
      ([, data]) => JSON.parse(data ?? "") as { id: number; recordId: string },
    );
  const close = async () => {
    stop.abort();
    await reading;
  };
  return { answer, heard, close };
};

describe("the live stream", () => {
  test("tells within a second what was committed, to those who may see it", async () => {
    const viewers = await Promise.all(Object.keys(actors).map(async (as) => [as, await watch(as)] as const));
    const started = performance.now();
    const note = await house.does(somebody, addNote, { title: "secret title", orderId });
    const of = (as: string) => viewers.find(([name]) => name === as)![1];
    await expect
      .poll(() => of("staff").heard(), { interval: 5 })
      .toMatchObject([{ name: "notes/added", orderId, recordId: note.id }]);
    expect(performance.now() - started).toBeLessThan(1000);
    await expect.poll(() => of("involved").heard()).toHaveLength(1);
    await expect.poll(() => of("customer").heard()).toHaveLength(1);
    const internal = await house.does(somebody, addNote, { title: "of no order" });
    await expect.poll(() => of("staff").heard()).toHaveLength(2);
    expect(of("staff").heard()[1]?.recordId).toBe(internal.id);
    for (const as of ["involved", "customer"]) expect(of(as).heard()).toHaveLength(1);
    for (const as of ["stranger", "otherCustomer"]) expect(of(as).heard()).toEqual([]);
    expect(JSON.stringify(of("staff").heard())).not.toContain("secret title");
    await Promise.all(viewers.map(([, viewer]) => viewer.close()));
  });

  test("tells a browser that comes back what it missed", async () => {
    const { rows } = await house.platform.database.pool.query("select max(id)::int as last from events");
    const note = await house.does(somebody, addNote, { title: "missed", orderId });
    const staff = await watch("staff", rows[0].last);
    // What is committed at that very moment may come twice; a screen only asks again.
    await expect
      .poll(() => new Set(staff.heard().map(({ recordId }) => recordId)))
      .toEqual(new Set([note.id]));
    const other = await watch("otherCustomer", rows[0].last);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(other.heard()).toEqual([]);
    await Promise.all([staff.close(), other.close()]);
  });

  test("carries the security headers of every answer, and its own", async () => {
    const staff = await watch("staff");
    expect(Object.fromEntries(staff.answer.headers)).toMatchObject({
      "content-type": "text/event-stream",
      "x-content-type-options": "nosniff",
    });
    await staff.close();
  });

  test("is closed to those who show nothing", async () => {
    const answer = await fetch(`${base}/api/v1/live`);
    expect(answer.status).toBe(401);
  });
});
