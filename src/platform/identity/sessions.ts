import { createHmac, timingSafeEqual } from "node:crypto";
import type { FastifyRequest } from "fastify";
import type { Person } from "../actor.ts";
import type { Platform } from "../platform.ts";
import type { IdentitySecrets } from "./secrets.ts";

/** The name of the session's cookie; browsers accept `__Secure-` names over https only. */
export const sessionCookie = (baseUrl: string) =>
  baseUrl.startsWith("https:") ? "__Secure-chargecars.session" : "chargecars.session";

const memorySeconds = 3;

const readSession = {
  name: "read-session",
  text: `select u.id, u.name, u.role, u.scopes, u.organization_id as "organizationId", u.language,
    u.business_entities as "businessEntities",
    s.updated_at < now() - interval '1 hour' as stale
    from sessions s join users u on u.id = s.user_id
    where s.token = $1 and s.expires_at > now() and s.updated_at > now() - interval '7 days' and u.active`,
};

type SignedIn = Omit<Person, "kind" | "userId" | "organizationIds"> & { id: string; stale: boolean };

const mostCookies = 10_000;
/** Ours are shorter. Base64 skips what it does not know, so that one right cookie has endless spellings of any length. */
const longestKept = 200;
/** The tokens of cookies whose signature was right, each in the house that signed it; whether their sessions live is asked all the same. */
const tokens = new WeakMap<IdentitySecrets, Map<string, string>>();

const checkedToken = (value: string, { sessionSecret }: IdentitySecrets): string | null => {
  const dot = value.lastIndexOf(".");
  if (dot < 1) return null;
  const token = value.slice(0, dot);
  const given = Buffer.from(value.slice(dot + 1), "base64");
  const right = createHmac("sha256", sessionSecret).update(token).digest();
  return given.length === right.length && timingSafeEqual(given, right) ? token : null;
};

const remember = (identity: IdentitySecrets, value: string, token: string) => {
  const known = tokens.get(identity) ?? new Map<string, string>();
  if (known.size >= mostCookies) known.clear();
  tokens.set(identity, known.set(value, token));
};

/** The session's token from the signed cookie, or null when there is none or its signature is wrong. */
export const sessionToken = (request: FastifyRequest, platform: Platform): string | null => {
  const { baseUrl, identity } = platform.services;
  const value = request.cookies[sessionCookie(baseUrl)];
  if (!value) return null;
  const known = tokens.get(identity)?.get(value);
  if (known) return known;
  const token = checkedToken(value, identity);
  if (token && value.length < longestKept) remember(identity, value, token);
  return token;
};

/**
 * Who is signed in with this token: one prepared query, kept for a few seconds. A session ends after thirty days, or
 * seven days without use. Sessions live in real time, also when the platform's clock was moved.
 */
export const personOf = async (platform: Platform, token: string): Promise<SignedIn | null> =>
  platform.services.identity.memory.recall(`session ${token}`, memorySeconds, async () => {
    const { pool } = platform.database;
    const { rows } = await pool.query<SignedIn>({ ...readSession, values: [token] });
    const [person] = rows;
    if (person?.stale) await pool.query("update sessions set updated_at = now() where token = $1", [token]);
    return person ?? null;
  });
