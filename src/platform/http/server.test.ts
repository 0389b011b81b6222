import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { type House, openHouse } from "#platform/testing";
import { action } from "../action.ts";
import { anonymous, type PartnerKey } from "../actor.ts";
import type { Capability } from "../capability.ts";
import { endpoint } from "../contract/index.ts";
import { makeNotesTable, notes, notesCapability, somebody } from "../testing/notes.ts";
import { openApiOf } from "./openapi.ts";
import { createServer } from "./server.ts";

const partner: PartnerKey = {
  kind: "partner",
  apiKeyId: "01990000-0000-7000-8000-000000000001",
  name: "P",
  scopes: [],
  organizationId: "01990000-0000-7000-8000-000000000002",
  organizationIds: [],
};
const broken = endpoint({
  name: "broken.fall",
  summary: "Fails in an unforeseen way",
  method: "POST",
  path: "/test-broken",
  doors: ["public"],
  response: z.object({}),
});
const ofOne = endpoint({
  name: "broken.ofOne",
  summary: "Does nothing to one",
  method: "PATCH",
  path: "/test-broken/:oneId",
  doors: ["public"],
  params: z.object({ oneId: z.string() }),
  response: z.object({}),
});
const brokenCapability: Capability = {
  name: "broken",
  routes: [
    action(ofOne, async () => ({})),
    action(broken, async ({ tx }) => {
      await tx
        .insertInto("settings")
        .values({ key: "ada@example.com", value: null as never })
        .execute();
      return {};
    }),
  ],
};

let house: House;
let server: FastifyInstance;
const logged: string[] = [];
beforeAll(async () => {
  house = await openHouse([notesCapability(), brokenCapability]);
  await makeNotesTable(house);
  const identify = async ({ headers }: { headers: Record<string, unknown> }) =>
    headers["x-test-actor"] === "partner" ? partner : headers["x-test-actor"] ? somebody : anonymous;
  const write = process.stdout.write.bind(process.stdout);
  process.stdout.write = ((text: string | Uint8Array, ...rest: never[]) => {
    if (!String(text).startsWith('{"level"')) return write(text as string, ...rest);
    logged.push(String(text));
    return true;
  }) as typeof process.stdout.write;
  server = await createServer(house.platform, { identify: identify as never, logLevel: "error" });
});
afterAll(async () => {
  await server?.close();
  await house?.close();
});

const json = { "content-type": "application/json", "x-test-actor": "staff" };
const sends = (payload: string | Buffer, headers: Record<string, string> = json) =>
  server.inject({ method: "POST", url: "/api/v1/test-notes", headers, payload });
const isProblem = (answer: { headers: Record<string, unknown>; json: () => { instance: string } }) =>
  expect(answer.headers["content-type"]).toMatch(/^application\/problem\+json/);

describe("the server", () => {
  test("answers with what the contract names and nothing else", async () => {
    const answer = await sends('{"title":"Zoë","unknown":1}');
    expect(answer.statusCode).toBe(201);
    expect(Object.keys(answer.json()).toSorted()).toEqual(["id", "rank", "status", "title"]);
  });

  test.each([
    ["a wrong type", '{"title":7}', 422, "invalid-input"],
    ["a missing field", "{}", 422, "invalid-input"],
    ["a text that is too long", `{"title":"${"x".repeat(5000)}"}`, 422, "invalid-input"],
    ["a NUL", '{"title":"a\\u0000"}', 422, "invalid-input"],
    [
      "a deep nesting instead of text",
      `{"title":${"[".repeat(200)}${"]".repeat(200)}}`,
      422,
      "invalid-input",
    ],
    ["__proto__", '{"title":"a","__proto__":{"admin":true}}', 400, "not-understood"],
    ["constructor.prototype", '{"title":"a","constructor":{"prototype":{"x":1}}}', 400, "not-understood"],
    ["half a body", '{"title":', 400, "not-understood"],
    ["a list", "[]", 400, "not-understood"],
    ["an abyss", `{"title":${"[".repeat(5000)}${"]".repeat(5000)}}`, 400, "not-understood"],
    ["null", "null", 400, "not-understood"],
    ["bytes that are no UTF-8", Buffer.from([0x7b, 0xff, 0x7d]), 400, "not-understood"],
    ["an oversized body", `{"title":"${"x".repeat(2_200_000)}"}`, 413, "too-large"],
  ])("refuses %s with a clear problem", async (_what, payload, status, type) => {
    const answer = await sends(payload);
    isProblem(answer);
    expect(answer.json()).toMatchObject({
      status,
      type: `/problems/platform/${type}`,
      instance: expect.any(String),
    });
  });

  test("refuses other kinds of bodies", async () => {
    for (const type of ["text/plain", "text/xml", "application/x-www-form-urlencoded"]) {
      const answer = await sends("title=a", { ...json, "content-type": type });
      isProblem(answer);
      expect(answer.statusCode).toBe(415);
    }
  });

  test.each(["\u202egnp.exe", "👩‍👩‍👧‍👦", "ﷺ", "Z̷̢a̷l̷g̷o̷", "<script>x</script>", "'; drop table x;", "{{7*7}}"])(
    "gives %j back as it came",
    async (title) => {
      const answer = await sends(JSON.stringify({ title: title.normalize("NFC") }));
      expect(answer.json()).toMatchObject({ title: title.normalize("NFC") });
    },
  );

  test("stores a lone surrogate in no way that breaks later", async () => {
    const answer = await sends('{"title":"a\\ud800b"}');
    expect([201, 422]).toContain(answer.statusCode);
    expect(answer.statusCode).not.toBe(500);
  });

  test("says 404, 401 and 403 as problems, too", async () => {
    const nowhere = await server.inject({ url: "/api/v1/nowhere" });
    isProblem(nowhere);
    expect(nowhere.json()).toMatchObject({ status: 404, type: "/problems/platform/no-such-address" });
    const nobody = await sends('{"title":"a"}', { "content-type": "application/json" });
    expect(nobody.json()).toMatchObject({ status: 401, type: "/problems/platform/not-signed-in" });
    const other = await sends('{"title":"a"}', { ...json, "x-test-actor": "partner" });
    expect(other.json()).toMatchObject({ status: 403, type: "/problems/platform/forbidden" });
    const long = await server.inject({ url: `/api/v1/test-notes/${"x".repeat(9000)}` });
    expect(long.statusCode).toBeLessThan(500);
    const percent = await server.inject({ url: "/api/v1/test-notes/%zz%00" });
    expect(percent.statusCode).toBeLessThan(500);
  });

  test("says 405 with what is done at an address when it knows the address and not the method", async () => {
    const other = await server.inject({ method: "DELETE", url: "/api/v1/test-notes?limit=1" });
    isProblem(other);
    expect(other.json()).toMatchObject({
      status: 405,
      type: "/problems/platform/method-not-allowed",
      allow: ["GET", "HEAD", "POST"],
      instance: expect.any(String),
    });
    expect(other.headers.allow).toBe("GET, HEAD, POST");
    const one = await server.inject({ method: "DELETE", url: "/api/v1/test-broken/7" });
    expect([one.statusCode, one.headers.allow]).toEqual([405, "PATCH"]);
  });

  test.each([
    ["DELETE", "/api/v1/test-broken/7/deeper"],
    ["DELETE", "/api/v1/test-broken/"],
    ["DELETE", "/somewhere"],
  ] as const)("says 404 to %s %s", async (method, url) => {
    const answer = await server.inject({ method, url });
    isProblem(answer);
    expect(answer.statusCode).toBe(404);
  });

  test("tells how much a caller may still ask, and stops a machine after a hundred a minute", async () => {
    const asks = () => server.inject({ url: "/api/v1/test-notes", headers: { "x-test-actor": "partner" } });
    const first = await asks();
    expect(first.headers).toMatchObject({ "x-ratelimit-limit": "100" });
    expect(first.headers).toHaveProperty("x-ratelimit-remaining");
    expect(first.headers).toHaveProperty("x-ratelimit-reset");
    const answers = await Promise.all(Array.from({ length: 105 }, asks));
    const stopped = answers.filter(({ statusCode }) => statusCode === 429);
    expect(stopped.length).toBeGreaterThanOrEqual(5);
    expect(stopped[0]?.json()).toMatchObject({ type: "/problems/platform/too-many-requests" });
    expect(stopped[0]?.headers).toHaveProperty("retry-after");
  });

  test("sends headers that keep other sites and guessing browsers out", async () => {
    const { headers } = await sends('{"title":"a"}');
    expect(headers).toMatchObject({
      "x-content-type-options": "nosniff",
      "x-frame-options": "SAMEORIGIN",
      "referrer-policy": "no-referrer",
    });
    expect(headers["content-security-policy"]).toContain("default-src 'self'");
  });

  test("hides the unforeseen behind a reference that stands in the log without anybody's data", async () => {
    const answer = await server.inject({ method: "POST", url: "/api/v1/test-broken" });
    const { reference } = answer.json();
    expect(answer.json()).toMatchObject({ status: 500, type: "/problems/platform/unforeseen" });
    expect(answer.body).not.toContain("ada");
    const lines = logged.join("");
    expect(lines).toContain(reference);
    expect(lines).not.toContain("ada@");
  });

  test("keeps an Idempotency-Key", async () => {
    const headers = { ...json, "idempotency-key": "h-1" };
    const [first, again] = [await sends('{"title":"k"}', headers), await sends('{"title":"k"}', headers)];
    expect(again.json()).toEqual(first.json());
    expect((await sends('{"title":"other"}', headers)).statusCode).toBe(409);
  });
});

describe("the OpenAPI document", () => {
  test("names every endpoint with its parameters, body, answer and problems", () => {
    const document = openApiOf(house.platform);
    expect(document).toMatchObject({ openapi: "3.1.0", servers: [{ url: "/api/v1" }] });
    const { get = {}, post = {} } = document.paths["/test-notes"] as Record<string, Record<string, unknown>>;
    expect(post).toMatchObject({ operationId: notes.add.name, responses: { 201: {}, default: {} } });
    expect(get).toMatchObject({ operationId: notes.list.name });
    const names = (get.parameters as { name: string }[]).map(({ name }) => name);
    expect(names.toSorted()).toEqual(["cursor", "limit", "sort", "total"]);
    const text = JSON.stringify(document);
    for (const [, target] of text.matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g))
      expect(document.components.schemas).toHaveProperty(target ?? "");
    const ids = Object.values(document.paths).flatMap((path) =>
      Object.values(path).map((operation) => (operation as { operationId: string }).operationId),
    );
    expect(new Set(ids).size).toBe(ids.length);
  });
});
