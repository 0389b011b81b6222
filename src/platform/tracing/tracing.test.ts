import { createServer as createReceiver, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { z } from "zod";
import { type House, openHouse } from "#platform/testing";
import { action } from "../action.ts";
import { endpoint } from "../contract/index.ts";
import { listen } from "../events.ts";
import { createServer } from "../http/server.ts";
import { job, outside } from "../jobs/jobs.ts";
import { makeNotesTable, noteAdded, notesCapability, somebody } from "../testing/notes.ts";
import { startTracing, type TracingOptions } from "./index.ts";

interface Told {
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  name: string;
  links?: { traceId: string; spanId: string }[];
  kind: number;
  attributes: { key: string; value: Record<string, unknown> }[];
  status: { code?: number };
}

const broken = endpoint({
  name: "broken.fall",
  summary: "Fails in an unforeseen way",
  method: "POST",
  path: "/test-broken",
  doors: ["public"],
  response: z.object({}),
});
const falls = action(broken, () => Promise.reject(new Error("it broke")));

let receiver: Server;
let bodies: string[] = [];
let house: House;
let url: string;
const callOut = job("notes/call-out", z.object({}), async () =>
  outside(
    async () => "called",
    async () => undefined,
  ),
);
const remember = listen(noteAdded, "notes/remember", async (work) => work.schedule(callOut({})));

beforeAll(async () => {
  receiver = createReceiver((request, answer) => {
    let body = "";
    request.on("data", (part) => (body += String(part)));
    request.on("end", () => {
      if (request.url === "/v1/traces" && request.headers["content-type"] === "application/json")
        bodies.push(body);
      answer.setHeader("content-type", "application/json").end("{}");
    });
  });
  await new Promise<void>((listening) => receiver.listen(0, "127.0.0.1", listening));
  url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/v1/traces`;
  house = await openHouse([
    notesCapability({ listeners: [remember], jobs: [callOut as never] }),
    { name: "broken", routes: [falls] },
  ]);
  await makeNotesTable(house);
});
afterAll(async () => {
  await house?.close();
  receiver?.close();
});
beforeEach(() => {
  bodies = [];
});

/** Traces what is done, and gives what the receiver was told. */
const tracing = async (does: () => Promise<unknown>, options: TracingOptions = {}): Promise<Told[]> => {
  const stop = await startTracing(url, options);
  try {
    await does();
  } finally {
    await stop();
  }
  return bodies.flatMap((body) =>
    (JSON.parse(body) as { resourceSpans: { scopeSpans: { spans: Told[] }[] }[] }).resourceSpans.flatMap(
      ({ scopeSpans }) => scopeSpans.flatMap(({ spans }) => spans),
    ),
  );
};
const of = (spans: Told[], name: string) => spans.find((span) => span.name === name)!;
const factsOf = ({ attributes }: Told) =>
  Object.fromEntries(attributes.map(({ key, value }) => [key, Object.values(value)[0]]));

const traceId = "0af7651916cd43dd8448eb211c80319c";
const post = async (path: string, body: unknown, headers: Record<string, string> = {}) => {
  const server = await createServer(house.platform, { identify: async () => somebody, logLevel: "error" });
  try {
    const base = await server.listen({ port: 0, host: "127.0.0.1" });
    const answer = await fetch(`${base}/api/v1/${path}?token=secret-in-address`, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body: JSON.stringify(body),
    });
    await answer.text();
    return answer;
  } finally {
    await server.close();
  }
};

const postNote = (body: unknown, headers?: Record<string, string>) => post("test-notes", body, headers);

describe("a trace", () => {
  test("goes from the caller through request and action to the statements, and tells nobody's data", async () => {
    const spans = await tracing(() =>
      postNote({ title: "Ada Lovelace" }, { traceparent: `00-${traceId}-b7ad6b7169203331-01` }),
    );
    const request = of(spans, "POST /api/v1/test-notes");
    expect(request).toMatchObject({ traceId, parentSpanId: "b7ad6b7169203331", kind: 2 });
    expect(factsOf(request)).toMatchObject({
      "http.route": "/api/v1/test-notes",
      "http.response.status_code": 201,
      "chargecars.reference": expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
    const action = of(spans, "notes.add");
    expect(action).toMatchObject({ traceId, parentSpanId: request.spanId });
    const statement = of(spans, "insert test_notes");
    expect(statement).toMatchObject({ traceId, parentSpanId: action.spanId, kind: 3 });
    expect(factsOf(statement)["chargecars.statement"]).toMatch(/^[0-9a-f]{12}$/);
    expect(bodies.join()).not.toMatch(/Lovelace|secret-in-address/);
  });

  test("tells that something went wrong, and of what kind", async () => {
    const spans = await tracing(() => postNote({ title: 7 }));
    const refused = of(spans, "notes.add");
    expect(refused.status.code).toBe(2);
    expect(factsOf(refused)["error.type"]).toBe("platform/invalid-input");
    expect(factsOf(of(spans, "POST /api/v1/test-notes"))["http.response.status_code"]).toBe(422);
  });

  test("is named in the lines of the log that belong to it", async () => {
    const lines: string[] = [];
    const write = vi.spyOn(process.stdout, "write").mockImplementation((text) => {
      lines.push(String(text));
      return true;
    });
    try {
      await tracing(() => post("test-broken", {}, { traceparent: `00-${traceId}-b7ad6b7169203331-01` }));
    } finally {
      write.mockRestore();
    }
    expect(lines.filter((line) => line.includes("unforeseen")).map((line) => JSON.parse(line))).toMatchObject(
      [{ traceId }],
    );
  });

  test("begins with a listener or a job where nobody asked, and tells of calls outside", async () => {
    await postNote({ title: "later" });
    const spans = await tracing(() => house.settles());
    const listener = of(spans, "notes/added > notes/remember");
    expect(listener.parentSpanId ?? "").toBe("");
    expect(of(spans, "notes/call-out outside")).toMatchObject({ kind: 3 });
    // Looking for work is nobody's work.
    const known = new Set(spans.map(({ spanId }) => spanId));
    for (const span of spans.filter(({ name }) => name.includes("jobs")))
      expect(known).toContain(span.parentSpanId);
  });

  test("of a listener or job is linked to what asked for it", async () => {
    const spans = await tracing(async () => {
      await postNote({ title: "linked" });
      await house.settles();
    });
    const linkOf = (name: string) => of(spans, name).links?.map(({ spanId }) => spanId);
    const [asked, listener] = [of(spans, "notes.add"), of(spans, "notes/added > notes/remember")];
    expect(linkOf(listener.name)).toEqual([asked.spanId]);
    expect(listener.links?.[0]?.traceId).toBe(asked.traceId);
    expect(linkOf("notes/call-out")).toEqual([listener.spanId]);
    expect(linkOf("notes/call-out outside")).toEqual([listener.spanId]);
  });

  test("of a job is linked to nothing where what asked for it was not kept", async () => {
    await tracing(() => postNote({ title: "left out" }), { sampler: "always_off" });
    const spans = await tracing(() => house.settles());
    expect(of(spans, "notes/added > notes/remember").links ?? []).toEqual([]);
  });

  test.each([
    [{ sampler: "always_off" }, false, false],
    [{ sampler: "parentbased_always_off" }, false, true],
    [{ sampler: "traceidratio", argument: "0" }, false, false],
    [{ sampler: "parentbased_traceidratio", argument: "0" }, false, true],
    [{ sampler: "parentbased_traceidratio", argument: "1" }, true, true],
    [{ sampler: "traceidratio", argument: "half" }, true, true],
    [{ sampler: "everything_please" }, true, true],
    [{}, true, true],
  ])("under %o is kept: %s, and of a caller that keeps it: %s", async (options, own, callers) => {
    const told = vi.spyOn(process, "emitWarning").mockImplementation(() => undefined);
    const isKept = async (headers?: Record<string, string>) =>
      (await tracing(() => postNote({ title: "sampled" }, headers), options)).length > 0;
    expect(await isKept()).toBe(own);
    bodies = [];
    expect(await isKept({ traceparent: `00-${traceId}-b7ad6b7169203331-01` })).toBe(callers);
    expect(told.mock.calls.length > 0).toBe(/half|everything/.test(JSON.stringify(options)));
    told.mockRestore();
  });

  test("does not begin with the statements of a stream, of which nothing is told", async () => {
    const { db } = house.platform.database;
    const spans = await tracing(async () => {
      const server = await createServer(house.platform, {
        identify: async () => somebody,
        logLevel: "error",
      });
      server.get("/api/v1/live", async () => {
        await db.selectFrom("events").select("id").limit(1).execute();
        return {};
      });
      expect((await server.inject({ url: "/api/v1/live" })).statusCode).toBe(200);
      await server.close();
    });
    expect(spans).toEqual([]);
  });

  test("holds nobody up at the end when the receiver does not answer", async () => {
    const silent = createReceiver(() => undefined);
    await new Promise<void>((listening) => silent.listen(0, "127.0.0.1", listening));
    const { port } = silent.address() as AddressInfo;
    const stop = await startTracing(`http://127.0.0.1:${port}/v1/traces`);
    await postNote({ title: "unheard" });
    const before = performance.now();
    await stop();
    expect(performance.now() - before).toBeLessThan(2500);
    silent.closeAllConnections();
    silent.close();
  });

  test("is not kept unless somebody says where", async () => {
    await postNote({ title: "untold" });
    expect(bodies).toEqual([]);
  });
});
