import compress from "@fastify/compress";
import cookie from "@fastify/cookie";
import rateLimit from "@fastify/rate-limit";
import Fastify, { type FastifyInstance, type FastifyRequest, LogController } from "fastify";
import type { Request, Route } from "../action.ts";
import { type Actor, actorId } from "../actor.ts";
import type { Platform } from "../platform.ts";
import { runAction, runQuery } from "../run.ts";
import { addTracing, inEveryLine } from "../tracing/requests.ts";
import { sendNoRoute, sendProblem } from "./errors.ts";
import { addJsonBodies } from "./jsonBody.ts";
import { jsonSchemaOf } from "./openapi.ts";
import { rememberMethods } from "./otherMethod.ts";
import { addSecurityHeaders } from "./securityHeaders.ts";
import { apiRoot, inputOf } from "./serve.ts";

declare module "fastify" {
  interface FastifyRequest {
    actor: Actor;
  }
}

/** Finds out who calls, from cookie, key, signature or link; `anonymous` when nothing was shown, a problem when it is wrong. */
export type Identify = (request: FastifyRequest) => Promise<Actor>;

export interface ServerOptions {
  identify: Identify;
  /** Addresses (CIDR, comma-separated) of proxies in front whose address headers are believed. */
  trustProxy?: string | undefined;
  logLevel?: string;
  /** Multiplies the limits per caller; for measuring. */
  limitTimes?: number;
}

const perMinute = (actor: Actor) => (actor.kind === "person" ? 1000 : actor.kind === "partner" ? 100 : 120);

const requestOf = (request: FastifyRequest): Request => ({
  id: request.id,
  address: request.ip,
  userAgent: request.headers["user-agent"] ?? null,
  headers: request.headers as Record<string, string | undefined>,
});

const header = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value);

const addRoute = (server: FastifyInstance, platform: Platform, route: Route) => {
  const { endpoint } = route;
  server.route({
    method: endpoint.method,
    url: `${apiRoot}${endpoint.path}`,
    schema: { response: { "2xx": jsonSchemaOf(endpoint.response) } },
    handler: async (request, reply) => {
      const call = {
        actor: request.actor,
        input: inputOf(endpoint, request),
        request: requestOf(request),
        idempotencyKey: header(request.headers["idempotency-key"])?.slice(0, 200),
      };
      const { status, body } =
        route.type === "action"
          ? await runAction(platform, route, call)
          : await runQuery(platform, route, call);
      return reply.code(status).send(body);
    },
  });
};

/**
 * The HTTP server with every capability's routes: security headers, limits per caller, problem+json for all that goes
 * wrong, answers cut to what the contract names. Logs carry no personal data: method, route, status and time only.
 */
export const createServer = async (platform: Platform, options: ServerOptions): Promise<FastifyInstance> => {
  const server = Fastify({
    logger: { level: options.logLevel ?? "warn", mixin: inEveryLine },
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: options.trustProxy ?? false,
    genReqId: () => crypto.randomUUID(),
    bodyLimit: 2 * 1024 * 1024,
    routerOptions: { maxParamLength: 200 },
    frameworkErrors: (error, request, reply) => void sendProblem(error, request, reply),
  });
  server.setErrorHandler((error, request, reply) => sendProblem(error, request, reply));
  server.setNotFoundHandler(sendNoRoute(rememberMethods(server)));
  // Input is checked against the contract itself, not by the framework.
  server.setValidatorCompiler(() => (value) => ({ value }));
  server.decorateRequest("actor", null as never);

  addSecurityHeaders(server);
  addTracing(server);
  await server.register(cookie);
  await server.register(compress, { threshold: 1024 });
  addJsonBodies(server);
  // After the body was read, because a signature is over the body.
  server.addHook("preValidation", async (request) => {
    if (request.url.startsWith("/api/")) request.actor = await options.identify(request);
  });
  await server.register(rateLimit, {
    hook: "preHandler",
    timeWindow: "1 minute",
    max: (request) => perMinute(request.actor ?? { kind: "anonymous" }) * (options.limitTimes ?? 1),
    keyGenerator: (request) => {
      const { actor } = request;
      return actor && actor.kind !== "anonymous" ? `${actor.kind}:${actorId(actor)}` : request.ip;
    },
    allowList: (request) => !request.url.startsWith("/api/"),
  });
  for (const capability of platform.capabilities)
    for (const route of capability.routes) addRoute(server, platform, route);
  return server;
};
