import { createHmac } from "node:crypto";
import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { type Capability, createServer, endpoint, Id, query } from "#platform";
import { type House, openHouse } from "#platform/testing";
import type { Person } from "../actor.ts";
import { createApiKey } from "./actions/createApiKey.ts";
import { revokeApiKey } from "./actions/revokeApiKey.ts";
import { rotateApiKey } from "./actions/rotateApiKey.ts";
import { identity } from "./capability.ts";
import { createIdentify } from "./identify.ts";
import { accessTokenOf } from "./keys/accessToken.ts";
import { makeLink, revokeLinks } from "./links/linkStore.ts";

const organizationId = "01990000-0000-7000-8000-000000000001";
const orderId = "01990000-0000-7000-8000-000000000002";
const branchId = "01990000-0000-7000-8000-000000000003";

const admin: Person = {
  kind: "person",
  userId: "01990000-0000-7000-8000-00000000000a",
  name: "Ada",
  role: "admin",
  scopes: [],
  organizationId: null,
  organizationIds: [],
  language: "nl",
};

const who = endpoint({
  name: "test.who",
  summary: "Who calls",
  method: "POST",
  path: "/test/who",
  doors: ["office", "field", "partner", "customer", "public"],
  body: z.looseObject({}),
  response: z.object({
    kind: z.string(),
    orderId: Id.nullable(),
    reach: z.array(z.string()),
    given: z.string(),
  }),
});
const testing: Capability = {
  name: "test",
  routes: [
    query(who, async ({ actor }, input) => ({
      kind: actor.kind,
      orderId: actor.kind === "customer" ? actor.orderId : null,
      reach: actor.kind === "partner" ? [...actor.organizationIds] : [],
      given: JSON.stringify(input),
    })),
  ],
};

let house: House;
let server: FastifyInstance;
beforeAll(async () => {
  house = await openHouse([identity, testing]);
  const { platform } = house;
  const identify = createIdentify({ platform, reach: async (id) => [id, branchId] });
  server = await createServer(platform, { identify, logLevel: "silent" });
});
afterAll(async () => {
  await server?.close();
  await house?.close();
});

const calls = (headers: Record<string, string> = {}, payload = "{}", url = "/api/v1/test/who") =>
  server.inject({
    method: "POST",
    url,
    headers: { "content-type": "application/json", ...headers },
    payload,
  });

const aKey = (kind: "api_key" | "basic" | "form_token" | "hmac" | "oauth2", more = {}) =>
  house.does(admin, createApiKey, { organizationId, name: "Zonneweide", kind, ...more });

const basic = (user: string, password: string) =>
  `Basic ${Buffer.from(`${user}:${password}`).toString("base64")}`;

const signed = (id: string, key: string, body: string, at = Date.parse(house.platform.now())) => {
  const timestamp = String(Math.floor(at / 1000));
  return {
    "x-chargecars-key": id,
    "x-chargecars-timestamp": timestamp,
    "x-chargecars-signature": `sha256=${createHmac("sha256", key).update(`${timestamp}.${body}`).digest("hex")}`,
  };
};

describe("a partner's machine", () => {
  test("comes in with a bearer key and reaches its tree", async () => {
    const { key } = await aKey("api_key");
    const answer = await calls({ authorization: `Bearer ${key}` });
    expect(answer.json()).toMatchObject({ kind: "partner", reach: [organizationId, branchId] });
  });

  test("comes in with key id and secret as name and password", async () => {
    const { id, key } = await aKey("basic");
    expect((await calls({ authorization: basic(id, key) })).json()).toMatchObject({ kind: "partner" });
    expect((await calls({ authorization: basic(orderId, key) })).statusCode).toBe(401);
  });

  test("comes in with a form token, which does not become part of the input", async () => {
    const { key } = await aKey("form_token");
    const answer = await calls({}, '{"vraag":"ja"}', `/api/v1/test/who?form_token=${key}`);
    expect(answer.json()).toMatchObject({ kind: "partner", given: '{"vraag":"ja"}' });
  });

  test("comes in with a signature over the body as it was sent", async () => {
    const { id, key } = await aKey("hmac");
    const body = '{ "naam" : "Ruud de Wĳs" }';
    expect((await calls(signed(id, key, body), body)).json()).toMatchObject({ kind: "partner" });
    expect((await calls(signed(id, key, body), '{"naam":"x"}')).statusCode).toBe(401);
    const late = await calls(signed(id, key, body, Date.parse(house.platform.now()) - 301_000), body);
    expect(late.json()).toMatchObject({ status: 401, type: "/problems/platform/signature-too-old" });
  });

  test("comes in with an access token for one hour", async () => {
    const { id } = await aKey("oauth2");
    const token = accessTokenOf(house.platform.services.identity, id, house.platform.now());
    expect((await calls({ authorization: `Bearer ${token}` })).json()).toMatchObject({ kind: "partner" });
    const old = accessTokenOf(house.platform.services.identity, id, "2026-03-02T06:59:59.000Z");
    expect((await calls({ authorization: `Bearer ${old}` })).statusCode).toBe(401);
    expect((await calls({ authorization: `Bearer ${token}x` })).statusCode).toBe(401);
  });

  test("is refused when its key is shown in another way than it was made for", async () => {
    const { id, key } = await aKey("form_token");
    expect((await calls({ authorization: `Bearer ${key}` })).statusCode).toBe(401);
    expect((await calls({ authorization: basic(id, key) })).statusCode).toBe(401);
  });

  test("is refused once its key is revoked or over", async () => {
    const { id, key } = await aKey("api_key");
    expect((await calls({ authorization: `Bearer ${key}` })).statusCode).toBe(200);
    await house.does(admin, revokeApiKey, { keyId: id });
    expect((await calls({ authorization: `Bearer ${key}` })).statusCode).toBe(401);
    const over = await aKey("api_key", { expiresAt: "2026-03-01T00:00:00.000Z" });
    expect((await calls({ authorization: `Bearer ${over.key}` })).statusCode).toBe(401);
  });

  test("keeps working with the former secret for a while after a rotation", async () => {
    const { id, key } = await aKey("hmac");
    const next = await house.does(admin, rotateApiKey, { keyId: id, formerHours: 1 });
    for (const secret of [key, next.key])
      expect((await calls(signed(id, secret, "{}"))).statusCode).toBe(200);
    await house.does(admin, rotateApiKey, { keyId: id, formerHours: 0 });
    for (const secret of [key, next.key])
      expect((await calls(signed(id, secret, "{}"))).statusCode).toBe(401);
  });

  test("is refused from an address that is not on its list", async () => {
    const { key } = await aKey("api_key", { addresses: ["203.0.113.0/24"] });
    expect((await calls({ authorization: `Bearer ${key}` })).statusCode).toBe(403);
    const local = await aKey("api_key", { addresses: ["203.0.113.0/24", "127.0.0.1"] });
    expect((await calls({ authorization: `Bearer ${local.key}` })).statusCode).toBe(200);
  });
});

describe("making a key", () => {
  test("is for administrators of integrations", async () => {
    const planner: Person = { ...admin, role: "internal", scopes: ["operations.*"] };
    const input = { organizationId, name: "X" };
    await expect(house.does(planner, createApiKey, input)).rejects.toMatchObject({ status: 403 });
  });

  test("answers a repeated request with the same key, and keeps it nowhere in the open", async () => {
    const input = { organizationId, name: "Polderstroom" };
    const first = await house.does(admin, createApiKey, input, { idempotencyKey: "k-1" });
    const again = await house.does(admin, createApiKey, input, { idempotencyKey: "k-1" });
    expect(again).toEqual(first);
    const { pool } = house.platform.database;
    for (const table of ["idempotency_keys", "api_keys", "audit_lines", "events"]) {
      const { rows } = await pool.query(`select t::text from ${table} t where t::text like $1`, [
        `%${first.key}%`,
      ]);
      expect(rows).toEqual([]);
    }
  });

  test("refuses scopes that machines never hold", async () => {
    const input = { organizationId, name: "X", scopes: ["admin.users"] };
    await expect(house.does(admin, createApiKey, input)).rejects.toMatchObject({ status: 422 });
  });
});

describe("a customer's link", () => {
  const aLink = (expiresAt = "2026-03-09T00:00:00.000Z") =>
    house.works(admin, (work) => makeLink(work, { purpose: "quote", orderId, expiresAt }));

  test("opens one order", async () => {
    const { token } = await aLink();
    const answer = await calls({ authorization: `Bearer ${token}` });
    expect(answer.json()).toMatchObject({ kind: "customer", orderId });
  });

  test("tells a link that is over from one that is wrong", async () => {
    const { token } = await aLink("2026-03-01T00:00:00.000Z");
    expect((await calls({ authorization: `Bearer ${token}` })).json()).toMatchObject({
      status: 410,
      type: "/problems/platform/link-expired",
    });
    const wrong = await calls({ authorization: `Bearer ${token.slice(0, -2)}AA` });
    expect(wrong.json()).toMatchObject({ status: 401, type: "/problems/platform/wrong-credentials" });
  });

  test("closes when it is withdrawn", async () => {
    const { token } = await aLink();
    await house.works(admin, (work) => revokeLinks(work, { orderId, purpose: "quote" }));
    expect((await calls({ authorization: `Bearer ${token}` })).statusCode).toBe(410);
  });
});
