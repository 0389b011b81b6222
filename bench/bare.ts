import pg from "pg";
import { type Actor, type Platform, runAction, runQuery } from "#platform";
import type { Case, Ground } from "./cases.ts";
import type { Workers } from "./load.ts";
import { type Recording, record, replay } from "./recorder.ts";

const routeOf = (platform: Platform, name: string) => {
  const route = platform.capabilities
    .flatMap(({ routes }) => routes)
    .find(({ endpoint }) => endpoint.name === name);
  if (!route) throw new Error(`There is no ${name}`);
  return route;
};

const person: Actor = {
  kind: "person",
  userId: "01990000-0000-7000-8000-000000000001",
  name: "bench",
  role: "admin",
  scopes: [],
  organizationId: null,
  organizationIds: [],
  language: "nl",
};

const partnerOf = async ({ database }: Platform): Promise<Actor> => {
  const { id } = await database.db
    .selectFrom("organizations")
    .select("id")
    .where("reference", "=", "zonneweide")
    .executeTakeFirstOrThrow();
  return {
    kind: "partner",
    apiKeyId: id,
    name: "bench",
    scopes: ["api.access"],
    organizationId: id,
    organizationIds: [id],
  };
};

const inputOf = (each: Case, ground: Ground, turn: number): Record<string, unknown> => {
  const { path, body } = each.call(ground, turn);
  const url = new URL(path, "http://localhost");
  const orderId = /^\/api\/v1\/orders\/([^/]+)$/.exec(url.pathname)?.[1];
  return {
    ...Object.fromEntries(url.searchParams),
    ...(orderId ? { orderId } : {}),
    ...(body as object | undefined),
  };
};

/** Runs the handler itself and keeps what it sends to the database. */
const recordings = async (platform: Platform, each: Case, ground: Ground): Promise<Recording[]> => {
  const route = routeOf(platform, each.endpoint);
  const actor = each.kind === "write" ? await partnerOf(platform) : person;
  const all: Recording[] = [];
  for (let turn = 0; turn < each.variants; turn += 1) {
    const call = { actor, input: inputOf(each, ground, turn) };
    all.push(
      await record(() =>
        route.type === "query" ? runQuery(platform, route, call) : runAction(platform, route, call),
      ),
    );
  }
  return all;
};

/** What must be new each time a write is repeated: the partner's number, and the number of the order. */
const renamedFor = (recording: Recording, turn: number): ReadonlyMap<string, string> => {
  const texts = recording.flatMap(({ values }) => values).filter((value) => typeof value === "string");
  const mark = texts.map((text) => /BENCH-([\d-]+)/.exec(text)?.[1]).find(Boolean)!;
  const number = texts.find((text) => /^[A-Z]+-\d{4}-\d{5,}$/.test(text))!;
  return new Map([
    [mark, `${mark}b${turn}`],
    [number, `${number}b${turn}`],
  ]);
};

/** The same statements through the bare driver, on as many connections: the most a server on this driver could do. */
export const bareWorkers = async (
  platform: Platform,
  databaseUrl: string,
  each: Case,
  ground: Ground,
  connections: number,
): Promise<Workers> => {
  const recorded = await recordings(platform, each, ground);
  const clients = await Promise.all(
    Array.from({ length: connections }, async () => {
      const client = new pg.Client({ connectionString: databaseUrl });
      await client.connect();
      return client;
    }),
  );
  const workers = clients.map((client) => (turn: number) => {
    const recording = recorded[turn % recorded.length]!;
    return replay(client, recording, each.kind === "write" ? renamedFor(recording, turn) : undefined);
  });
  return { workers, close: () => Promise.all(clients.map((client) => client.end())) };
};
