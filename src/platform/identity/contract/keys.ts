import { z } from "zod";
import { Done, endpoint, Flag, filledText, Id, Instant, listEndpoint } from "#platform/contract";
import { allowedScopes } from "../scopes.ts";
import { Scopes } from "./shapes.ts";

/** How a machine shows its key. */
export const KeyKind = z.enum(["api_key", "basic", "form_token", "hmac", "oauth2"]);
export type KeyKind = z.infer<typeof KeyKind>;

/** An address or network (CIDR) from which a key may be used. */
const Network = z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()]);

/** A partner's key, without its secret. */
export const ApiKey = z.object({
  id: Id,
  organizationId: Id,
  name: z.string(),
  kind: KeyKind,
  prefix: z.string(),
  scopes: z.array(z.string()),
  addresses: z.array(z.string()),
  createdAt: Instant,
  expiresAt: Instant.nullable(),
  revokedAt: Instant.nullable(),
  lastUsedAt: Instant.nullable(),
});
export type ApiKey = z.infer<typeof ApiKey>;

const KeyScopes = Scopes.refine(
  (scopes) => allowedScopes("external", scopes).length === scopes.length,
  "machines of partners never administer, approve money or cross entities",
);

/** A secret that is shown once. */
const ShownOnce = z.object({ id: Id, key: z.string() });

/** Keys of partners' machines. */
export const keyEndpoints = {
  apiKeys: listEndpoint({
    name: "identity.apiKeys",
    summary: "Keys of partners' machines",
    path: "/identity/api-keys",
    doors: ["office"],
    row: ApiKey,
    filters: { organizationId: Id.optional(), revoked: Flag.optional() },
    sorts: ["name", "createdAt"],
    defaultSort: "-createdAt",
  }),
  createApiKey: endpoint({
    name: "identity.createApiKey",
    summary: "Make a key for a partner's machine; the answer shows it once",
    method: "POST",
    path: "/identity/api-keys",
    doors: ["office"],
    body: z.object({
      organizationId: Id,
      name: filledText(100),
      kind: KeyKind.default("api_key"),
      scopes: KeyScopes.default(["api.access"]),
      addresses: z.array(Network).max(50).default([]),
      expiresAt: Instant.nullable().default(null),
    }),
    response: ShownOnce,
    status: 201,
  }),
  rotateApiKey: endpoint({
    name: "identity.rotateApiKey",
    summary: "Replace the secret of a key; the former one counts for a while, so that nothing stops",
    method: "POST",
    path: "/identity/api-keys/:keyId/rotate",
    doors: ["office"],
    params: z.object({ keyId: Id }),
    body: z.object({ formerHours: z.int().min(0).max(168).default(24) }),
    response: ShownOnce,
  }),
  revokeApiKey: endpoint({
    name: "identity.revokeApiKey",
    summary: "Withdraw a key at once",
    method: "POST",
    path: "/identity/api-keys/:keyId/revoke",
    doors: ["office"],
    params: z.object({ keyId: Id }),
    response: Done,
  }),
  accessToken: endpoint({
    name: "identity.accessToken",
    summary: "OAuth 2 client credentials: an access token for one hour (form or JSON)",
    method: "POST",
    path: "/oauth/token",
    doors: ["public"],
    body: z.object({
      grant_type: z.literal("client_credentials"),
      client_id: z.string().max(200).optional(),
      client_secret: z.string().max(200).optional(),
    }),
    response: z.object({
      access_token: z.string(),
      token_type: z.literal("Bearer"),
      expires_in: z.int(),
      scope: z.string(),
    }),
  }),
};
