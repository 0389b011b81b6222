import { createHmac, timingSafeEqual } from "node:crypto";
import type { FastifyRequest } from "fastify";
import { z } from "zod";
import type { Platform } from "../../platform.ts";
import { addressNotAllowed, signatureTooOld, wrongCredentials } from "../problems.ts";
import { isAccessToken, readAccessToken } from "./accessToken.ts";
import { type ApiKeyRow, allowsAddress, formerCounts, keyById, keyBySecret, touchKey } from "./keyStore.ts";
import { isKeySecret } from "./secret.ts";

/** How a machine showed its key; each key is made for one way and is refused in every other. */
export type KeyProof =
  | { kind: "api_key" | "form_token"; secret: string }
  | { kind: "basic"; keyId: string; secret: string }
  | { kind: "oauth2"; token: string }
  | { kind: "hmac"; keyId: string; timestamp: string; signature: string; body: Buffer };

const memorySeconds = 3;
const windowMilliseconds = 5 * 60_000;

/** Reads `Authorization: Basic …`: key id and secret. */
export const readBasic = (authorization: string): { keyId: string; secret: string } => {
  const text = Buffer.from(authorization.slice("basic ".length), "base64").toString();
  const colon = text.indexOf(":");
  return { keyId: text.slice(0, Math.max(colon, 0)), secret: text.slice(colon + 1) };
};

const headerOf = (request: FastifyRequest, name: string) => {
  const value = request.headers[name];
  return typeof value === "string" ? value : "";
};

/** What the request shows of a machine's key, or null when it shows none. */
export const keyProofOf = (request: FastifyRequest): KeyProof | null => {
  const authorization = headerOf(request, "authorization");
  const bearer = /^bearer (\S+)$/i.exec(authorization)?.[1];
  if (bearer && isKeySecret(bearer)) return { kind: "api_key", secret: bearer };
  if (bearer && isAccessToken(bearer)) return { kind: "oauth2", token: bearer };
  if (/^basic /i.test(authorization)) return { kind: "basic", ...readBasic(authorization) };
  if (authorization) return null;
  const signature = headerOf(request, "x-chargecars-signature");
  if (signature)
    return {
      kind: "hmac",
      keyId: headerOf(request, "x-chargecars-key"),
      timestamp: headerOf(request, "x-chargecars-timestamp"),
      signature,
      body: request.rawBody ?? Buffer.alloc(0),
    };
  const formToken = (request.query as { form_token?: unknown } | undefined)?.form_token;
  return typeof formToken === "string" ? { kind: "form_token", secret: formToken } : null;
};

const keyWith = async (platform: Platform, proof: KeyProof, now: string): Promise<ApiKeyRow | undefined> => {
  const { db } = platform.database;
  const { identity } = platform.services;
  const byId = (id: string) =>
    z.uuid().safeParse(id).success
      ? identity.memory.recall(`key ${id}`, memorySeconds, () => keyById(db, id, now))
      : Promise.resolve(undefined);
  if (proof.kind === "oauth2") {
    const id = readAccessToken(identity, proof.token, now);
    return id === null ? undefined : byId(id);
  }
  if (proof.kind === "hmac") return byId(proof.keyId);
  const row = await identity.memory.recall(`secret ${proof.secret}`, memorySeconds, () =>
    keyBySecret(db, proof.secret, now),
  );
  return proof.kind === "basic" && row?.id !== proof.keyId.toLowerCase() ? undefined : row;
};

const momentOf = (timestamp: string) => {
  if (!/^\d{9,13}$/.test(timestamp)) return Date.parse(timestamp);
  return timestamp.length > 11 ? Number(timestamp) : Number(timestamp) * 1000;
};

const checkSignature = (
  platform: Platform,
  row: ApiKeyRow,
  proof: Extract<KeyProof, { kind: "hmac" }>,
  now: string,
) => {
  const sealed = [row.sealedSecret, formerCounts(row, now) ? row.formerSealed : null];
  const given = Buffer.from(proof.signature.replace(/^sha256=/, ""), "hex");
  const fits = sealed.some((secret) => {
    if (!secret) return false;
    const right = createHmac("sha256", platform.services.identity.open(secret))
      .update(`${proof.timestamp}.`)
      .update(proof.body)
      .digest();
    return given.length === right.length && timingSafeEqual(given, right);
  });
  if (!fits) throw wrongCredentials();
  const away = Math.abs(Date.parse(now) - momentOf(proof.timestamp));
  if (!(away <= windowMilliseconds)) throw signatureTooOld();
};

/** The key a proof belongs to; throws when the proof is wrong, or comes from an address the key does not allow. */
export const proveKey = async (platform: Platform, proof: KeyProof, address: string): Promise<ApiKeyRow> => {
  const now = platform.now();
  const row = await keyWith(platform, proof, now);
  if (!row || row.kind !== proof.kind) throw wrongCredentials();
  if (proof.kind === "hmac") checkSignature(platform, row, proof, now);
  if (!allowsAddress(row, address)) throw addressNotAllowed();
  await platform.services.identity.memory.recall(`used ${row.id}`, 60, () =>
    touchKey(platform.database.db, row.id, now),
  );
  return row;
};

/** The key of an OAuth client that shows its id and secret to get an access token. */
export const proveClient = async (
  platform: Platform,
  { keyId, secret, address }: { keyId: string; secret: string; address: string },
): Promise<ApiKeyRow> => {
  const row = await keyBySecret(platform.database.db, secret, platform.now());
  if (!row || row.kind !== "oauth2" || row.id !== keyId.toLowerCase()) throw wrongCredentials();
  if (!allowsAddress(row, address)) throw addressNotAllowed();
  return row;
};
