import { createHmac, randomBytes } from "node:crypto";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { Platform } from "../../platform.ts";
import type { Work } from "../../work.ts";
import { sessionCookie, sessionToken } from "../sessions.ts";

const days = 30;

const cookieOptions = (platform: Platform) => ({
  path: "/",
  httpOnly: true,
  sameSite: "lax" as const,
  secure: platform.services.baseUrl.startsWith("https:"),
});

/** Begins a session for somebody who proved who they are; returns the token that goes into the cookie. */
export const openSession = async ({ tx }: Work, userId: string, request: FastifyRequest) => {
  const token = randomBytes(32).toString("base64url");
  const now = new Date();
  const expiresAt = new Date(now.getTime() + days * 86_400_000).toISOString();
  await tx
    .deleteFrom("sessions")
    .where("userId", "=", userId)
    .where("expiresAt", "<", now.toISOString())
    .execute();
  await tx
    .insertInto("sessions")
    .values({
      token,
      userId,
      expiresAt,
      ipAddress: request.ip,
      userAgent: request.headers["user-agent"]?.slice(0, 300) ?? null,
    })
    .execute();
  return token;
};

/** Puts the signed session cookie on the answer. */
export const setSessionCookie = (platform: Platform, reply: FastifyReply, token: string) => {
  const { baseUrl, identity } = platform.services;
  const signature = createHmac("sha256", identity.sessionSecret).update(token).digest("base64");
  reply.setCookie(sessionCookie(baseUrl), `${token}.${signature}`, {
    ...cookieOptions(platform),
    maxAge: days * 86_400,
  });
};

/** Ends the session of this request and takes the cookie away. */
export const closeSession = async (platform: Platform, request: FastifyRequest, reply: FastifyReply) => {
  const token = sessionToken(request, platform);
  if (token) await platform.database.db.deleteFrom("sessions").where("token", "=", token).execute();
  platform.services.identity.memory.forget();
  reply.clearCookie(sessionCookie(platform.services.baseUrl), cookieOptions(platform));
};
