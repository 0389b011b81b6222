import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { inTransaction } from "../perform.ts";
import type { Platform } from "../platform.ts";
import { whenAsked } from "../whenAsked.ts";
import { asSelfOn } from "./asSelf.ts";
import { wrongCredentials } from "./problems.ts";
import { type AccountName, asVisitor, noteSignIn } from "./signIn/signInLines.ts";

/** Where the ceremonies stand, below the server's root. */
const passkeyRoot = "/api/v1/identity/passkeys";

/** The ceremonies as browsers call them; nothing else of the library can be reached. */
const ceremonies = [
  ["GET", "/passkey/generate-register-options"],
  ["POST", "/passkey/verify-registration"],
  ["GET", "/passkey/generate-authenticate-options"],
  ["POST", "/passkey/verify-authentication"],
  ["GET", "/passkey/list-user-passkeys"],
  ["POST", "/passkey/delete-passkey"],
] as const;

/** What a ceremony that worked is called in the audit log; to begin one is no line. */
const told: Readonly<Record<string, string>> = {
  "/passkey/verify-registration": "identity.addPasskey",
  "/passkey/delete-passkey": "identity.removePasskey",
};

/** Notes who came in with a passkey, as with every other way in; an account that was closed stays closed. */
const noteComingIn = async (platform: Platform, request: FastifyRequest, answer: string) => {
  const { user } = JSON.parse(answer) as { user?: { id?: string } };
  if (!user?.id) throw wrongCredentials();
  const account = await platform.database.db
    .selectFrom("users")
    .select(["id", "name", "role"])
    .where("id", "=", user.id)
    .where("active", "=", true)
    .executeTakeFirst();
  if (!account) throw wrongCredentials();
  const as = asVisitor("identity.signInByPasskey", request);
  await inTransaction(platform, as, async (work) => noteSignIn(work, account as AccountName));
};

const note = async (platform: Platform, request: FastifyRequest, path: string, answer: string) => {
  if (path === "/passkey/verify-authentication") return noteComingIn(platform, request, answer);
  if (told[path]) await asSelfOn(platform)(told[path], request, async () => undefined);
};

const headersOf = ({ headers }: FastifyRequest) => {
  const kept = ["cookie", "origin", "user-agent", "content-type", "referer"].flatMap((name) => {
    const value = headers[name];
    return typeof value === "string" ? [[name, value] as [string, string]] : [];
  });
  return new Headers(kept);
};

/** Adds signing in with a passkey, and keeping one's passkeys. */
export const addPasskeyRoutes = (server: FastifyInstance, platform: Platform) => {
  // The library is as large as the rest of the platform's: it is read when somebody first uses a passkey.
  const auth = whenAsked(async () => (await import("./passkeyAuth.ts")).passkeyAuth(platform, passkeyRoot));
  const pass = async (path: string, request: FastifyRequest, reply: FastifyReply) => {
    const url = new URL(request.url, platform.services.baseUrl);
    const body = request.method === "POST" ? JSON.stringify(request.body ?? {}) : null;
    const answer = await (await auth()).handler(
      new Request(url, { method: request.method, headers: headersOf(request), body }),
    );
    const text = await answer.text();
    if (answer.ok) await note(platform, request, path, text);
    for (const cookie of answer.headers.getSetCookie()) reply.header("set-cookie", cookie);
    reply.code(answer.status).type(answer.headers.get("content-type") ?? "application/json");
    return reply.send(text);
  };
  for (const [method, path] of ceremonies)
    server.route({
      method,
      url: `${passkeyRoot}${path}`,
      handler: (request, reply) => pass(path, request, reply),
    });
};
