import type { FastifyInstance, FastifyRequest } from "fastify";
import { Problem } from "../contract/index.ts";
import { apiRoot } from "../http/serve.ts";
import type { Platform } from "../platform.ts";
import { identity } from "./contract.ts";
import { accessTokenOf, accessTokenSeconds } from "./keys/accessToken.ts";
import { proveClient, readBasic } from "./keys/keyProof.ts";

const credentialsOf = (request: FastifyRequest, body: { client_id?: string; client_secret?: string }) => {
  const { authorization } = request.headers;
  if (authorization && /^basic /i.test(authorization)) return readBasic(authorization);
  return { keyId: body.client_id ?? "", secret: body.client_secret ?? "" };
};

/** OAuth 2 client credentials (RFC 6749 §4.4): errors have the form clients of that standard expect. */
export const addAccessTokenRoute = (server: FastifyInstance, platform: Platform) => {
  const refuse = (error: string, description: string) => ({ error, error_description: description });
  server.post(`${apiRoot}${identity.accessToken.path}`, async (request, reply) => {
    reply.header("cache-control", "no-store");
    const input = identity.accessToken.body.safeParse(request.body ?? {});
    if (!input.success) {
      const wrongGrant = input.error.issues.some((issue) => issue.path[0] === "grant_type");
      return reply
        .code(400)
        .send(
          wrongGrant
            ? refuse("unsupported_grant_type", "grant_type must be client_credentials")
            : refuse("invalid_request", "client_id and client_secret are text"),
        );
    }
    try {
      const { keyId, secret } = credentialsOf(request, input.data);
      const key = await proveClient(platform, { keyId, secret, address: request.ip });
      return {
        access_token: accessTokenOf(platform.services.identity, key.id, platform.now()),
        token_type: "Bearer",
        expires_in: accessTokenSeconds,
        scope: key.scopes.join(" "),
      };
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      return reply
        .code(401)
        .header("www-authenticate", 'Basic realm="ChargeCars"')
        .send(refuse("invalid_client", error.title));
    }
  });
};
