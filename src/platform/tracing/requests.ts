import type { FastifyInstance } from "fastify";
import { theTracer } from "./traced.ts";

/** Tells of each request: method, route and status. Its address is told nowhere, because some have a secret in them. */
export const addTracing = (server: FastifyInstance): void => {
  const requests = theTracer()?.request;
  if (!requests) return;
  server.addHook("onRequest", (request, _reply, done) => {
    const { method, headers, id, routeOptions } = request;
    // A stream stays open for hours.
    if (routeOptions.url !== "/api/v1/live")
      requests.begin(request, headers, {
        "http.request.method": method,
        "http.route": routeOptions.url ?? "none",
        "chargecars.reference": id,
      });
    done();
  });
  // After the body was read: what waits for a body goes on where the connection is, not where the request began.
  server.addHook("preValidation", (request, _reply, done) => requests.goOn(request, done));
  server.addHook("onResponse", (request, reply, done) => {
    requests.end(request, reply.statusCode);
    done();
  });
};

/** What stands in every line of the log, to find the trace that belongs to it. */
export const inEveryLine = (): object => {
  const traceId = theTracer()?.traceId();
  return traceId ? { traceId } : {};
};
