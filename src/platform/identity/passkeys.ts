import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Platform } from "../platform.ts";
import { passkeyAuth, passkeyRoot } from "./passkeyAuth.ts";

/** The ceremonies as browsers call them; nothing else of the library can be reached. */
const ceremonies = [
  ["GET", "/passkey/generate-register-options"],
  ["POST", "/passkey/verify-registration"],
  ["GET", "/passkey/generate-authenticate-options"],
  ["POST", "/passkey/verify-authentication"],
  ["GET", "/passkey/list-user-passkeys"],
  ["POST", "/passkey/delete-passkey"],
] as const;

const headersOf = ({ headers }: FastifyRequest) => {
  const kept = ["cookie", "origin", "user-agent", "content-type", "referer"].flatMap((name) => {
    const value = headers[name];
    return typeof value === "string" ? [[name, value] as [string, string]] : [];
  });
  return new Headers(kept);
};

/** Adds signing in with a passkey, and keeping one's passkeys. */
export const addPasskeyRoutes = (server: FastifyInstance, platform: Platform) => {
  let made: ReturnType<typeof passkeyAuth> | undefined;
  const pass = async (request: FastifyRequest, reply: FastifyReply) => {
    made ??= passkeyAuth(platform);
    const url = new URL(request.url, platform.services.baseUrl);
    const body = request.method === "POST" ? JSON.stringify(request.body ?? {}) : null;
    const answer = await made.handler(
      new Request(url, { method: request.method, headers: headersOf(request), body }),
    );
    for (const cookie of answer.headers.getSetCookie()) reply.header("set-cookie", cookie);
    reply.code(answer.status).type(answer.headers.get("content-type") ?? "application/json");
    return reply.send(await answer.text());
  };
  for (const [method, path] of ceremonies)
    server.route({ method, url: `${passkeyRoot}${path}`, handler: pass });
};
