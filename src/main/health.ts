import type { FastifyInstance } from "fastify";
import { sql } from "kysely";
import { collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { Platform } from "#platform";

/** `/health` says the process lives, `/ready` that it can work, `/metrics` how it goes (Prometheus text). */
export const addHealth = (
  server: FastifyInstance,
  platform: Platform,
  { viewers }: { viewers: () => number },
) => {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const seconds = new Histogram({
    name: "http_request_seconds",
    help: "Time to answer, by route",
    labelNames: ["method", "route", "status"],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
    registers: [registry],
  });
  const liveViewers = new Gauge({
    name: "live_viewers",
    help: "Open live streams",
    registers: [],
    collect() {
      this.set(viewers());
    },
  });
  const jobs = new Gauge({
    name: "jobs",
    help: "Jobs in the queue, by status",
    labelNames: ["status"],
    registers: [],
    async collect() {
      const rows = await platform.database.db
        .selectFrom("jobs")
        .select(["status", sql<number>`count(*)::int8`.as("count")])
        .groupBy("status")
        .execute();
      this.reset();
      for (const { status, count } of rows) this.set({ status }, count);
    },
  });
  registry.registerMetric(liveViewers);
  registry.registerMetric(jobs);
  server.addHook("onResponse", async (request, reply) => {
    const labels = {
      method: request.method,
      route: request.routeOptions.url ?? "none",
      status: String(reply.statusCode),
    };
    seconds.observe(labels, reply.elapsedTime / 1000);
  });
  server.get("/health", async () => ({ status: "ok" }));
  server.get("/ready", async (_request, reply) => {
    try {
      await sql`select 1`.execute(platform.database.db);
      return { status: "ready" };
    } catch {
      return reply.code(503).send({ status: "database unreachable" });
    }
  });
  server.get("/metrics", async (_request, reply) =>
    reply.type(registry.contentType).send(await registry.metrics()),
  );
};
