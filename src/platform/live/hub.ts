import type { FastifyInstance } from "fastify";
import { type Actor, entitiesWithin, organizationsWithin } from "../actor.ts";
import { notSignedIn } from "../contract/index.ts";
import type { Platform } from "../platform.ts";

interface Viewer {
  actor: Actor;
  send(text: string): void;
}

interface LiveEvent {
  id: number;
  name: string;
  orderId: string | null;
  recordId: string | null;
}

/** Which organizations take part in an order, and the code of its entity; given by the capability that owns orders. */
export type PartiesOf = (orderIds: readonly string[]) => Promise<Map<string, ReadonlySet<string>>>;

const heartbeatMilliseconds = 20_000;
const mostMissed = 500;

const maySee = (actor: Actor, event: LiveEvent, parties: Map<string, ReadonlySet<string>>) => {
  if (actor.kind === "customer") return event.orderId === actor.orderId;
  const within = organizationsWithin(actor) ?? entitiesWithin(actor);
  if (within === null) return true;
  const involved = event.orderId ? parties.get(event.orderId) : undefined;
  // What is about no order says nothing of any entity: staff may hear of it.
  if (!event.orderId && organizationsWithin(actor) === null) return true;
  return involved !== undefined && within.some((id) => involved.has(id));
};

/**
 * One server-sent stream per browser: `{ id, name, orderId, recordId }` of what was committed, only what the viewer may
 * see. It says *that* something changed, never what; the screen asks again and row rights apply once more.
 */
export const createLiveHub = (platform: Platform, partiesOf: PartiesOf) => {
  const viewers = new Set<Viewer>();

  const read = async (ids: readonly number[]): Promise<LiveEvent[]> =>
    ids.length === 0
      ? []
      : platform.database.db
          .selectFrom("events")
          .select(["id", "name", "orderId", "recordId"])
          .where("id", "in", [...ids])
          .orderBy("id")
          .execute();

  const spread = async (events: LiveEvent[], to: Iterable<Viewer>) => {
    const orderIds = [...new Set(events.flatMap((event) => event.orderId ?? []))];
    const parties = await partiesOf(orderIds);
    const texts = events.map((event) => `id: ${event.id}\ndata: ${JSON.stringify(event)}\n\n`);
    for (const viewer of to) {
      const mine = texts.filter((_, index) => maySee(viewer.actor, events[index]!, parties));
      if (mine.length > 0) viewer.send(mine.join(""));
    }
  };

  const catchUp = async (viewer: Viewer, lastId: number) => {
    const missed = await platform.database.db
      .selectFrom("events")
      .select(["id", "name", "orderId", "recordId"])
      .where("id", ">", lastId)
      .orderBy("id")
      .limit(mostMissed + 1)
      .execute();
    if (missed.length > mostMissed) viewer.send("event: reload\ndata: {}\n\n");
    else await spread(missed, [viewer]);
  };

  return {
    viewers: () => viewers.size,
    async heard(eventIds: readonly number[]) {
      if (viewers.size > 0) await spread(await read(eventIds), viewers);
    },
    addRoute(server: FastifyInstance) {
      server.get("/api/v1/live", { config: { rateLimit: false } }, async (request, reply) => {
        if (request.actor.kind === "anonymous") throw notSignedIn();
        reply.hijack();
        reply.raw.writeHead(200, {
          ...(reply.getHeaders() as Record<string, string>),
          "content-type": "text/event-stream",
          "cache-control": "no-cache, no-transform",
          "x-accel-buffering": "no",
        });
        const viewer: Viewer = { actor: request.actor, send: (text) => reply.raw.write(text) };
        viewers.add(viewer);
        reply.raw.write(": welcome\n\n");
        const beat = setInterval(() => reply.raw.write(": beat\n\n"), heartbeatMilliseconds);
        reply.raw.on("close", () => {
          clearInterval(beat);
          viewers.delete(viewer);
        });
        const lastId = Number(request.headers["last-event-id"]);
        if (lastId > 0) await catchUp(viewer, lastId);
      });
    },
    close() {
      for (const viewer of viewers) viewer.send("event: closing\ndata: {}\n\n");
    },
  };
};
