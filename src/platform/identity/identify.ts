import type { FastifyRequest } from "fastify";
import { type Actor, anonymous } from "../actor.ts";
import { Problem } from "../contract/index.ts";
import type { Identify } from "../http/server.ts";
import type { Platform } from "../platform.ts";
import { keyProofOf, proveKey } from "./keys/keyProof.ts";
import { proveLink } from "./links/linkProof.ts";
import { crossSite, tooManyTries, wrongCredentials } from "./problems.ts";
import { allowedScopes } from "./scopes.ts";
import { personOf, sessionToken } from "./sessions.ts";

/** The ids of an organization and everything below it in the tree; given by the capability that owns organizations. */
export type Reach = (organizationId: string) => Promise<readonly string[]>;

const reachSeconds = 30;
const mostWrongPerMinute = 60;

/** Holds back an address that keeps showing wrong keys, before it costs the database anything. */
const brake = () => {
  let wrong = new Map<string, number>();
  let minute = 0;
  const fresh = () => {
    const now = Math.floor(performance.now() / 60_000);
    if (now !== minute) wrong = new Map();
    minute = now;
    return wrong;
  };
  return {
    check(address: string) {
      if ((fresh().get(address) ?? 0) >= mostWrongPerMinute) throw tooManyTries({ retryAfterSeconds: 60 });
    },
    count: (address: string) => void fresh().set(address, (wrong.get(address) ?? 0) + 1),
  };
};

const isSafe = (request: FastifyRequest) => request.method === "GET" || request.method === "HEAD";

/**
 * Finds out who calls: a person by session cookie, a partner's machine by its key, a customer by a signed link.
 * Nothing shown is anonymous; something wrong shown is refused. A session that is over is as good as none, so that
 * signing in again is possible.
 */
export const createIdentify = ({ platform, reach }: { platform: Platform; reach: Reach }): Identify => {
  const { memory } = platform.services.identity;
  const tries = brake();
  const within = (organizationId: string) =>
    memory.recall(`reach ${organizationId}`, reachSeconds, () => reach(organizationId));

  const byProof = async (request: FastifyRequest): Promise<Actor | null> => {
    const proof = keyProofOf(request);
    if (proof) {
      const { id, name, scopes, organizationId } = await proveKey(platform, proof, request.ip);
      const organizationIds = await within(organizationId);
      return { kind: "partner", apiKeyId: id, name, scopes, organizationId, organizationIds };
    }
    const { authorization } = request.headers;
    if (!authorization) return null;
    const token = /^bearer (\S+)$/i.exec(authorization)?.[1];
    if (!token) throw wrongCredentials();
    return proveLink(platform, token);
  };

  const bySession = async (request: FastifyRequest): Promise<Actor> => {
    const token = sessionToken(request, platform);
    const person = token && (await personOf(platform, token));
    if (!person) return anonymous;
    if (!isSafe(request) && request.headers["sec-fetch-site"] === "cross-site") throw crossSite();
    const { id: userId, name, role, organizationId, businessEntities = null, language } = person;
    const scopes = allowedScopes(role, person.scopes);
    const organizationIds = organizationId ? await within(organizationId) : [];
    return {
      kind: "person",
      userId,
      name,
      role,
      scopes,
      organizationId,
      organizationIds,
      businessEntities,
      language,
    };
  };

  return async (request) => {
    // The token endpoint reads the client's credentials itself.
    if (request.routeOptions.url === "/api/v1/oauth/token") return anonymous;
    try {
      const showsProof = Boolean(request.headers.authorization ?? request.headers["x-chargecars-signature"]);
      if (showsProof) tries.check(request.ip);
      return (await byProof(request)) ?? (await bySession(request));
    } catch (error) {
      if (error instanceof Problem && error.status === 401) tries.count(request.ip);
      throw error;
    }
  };
};
