import { z } from "zod";
import { Done, Email, endpoint, Flag, filledText, Id, Instant, listEndpoint, text } from "#platform/contract";
import { allowedScopes, scopeNames } from "./scopes.ts";

export { scopeFamilies } from "./scopes.ts";

/** The five base roles; what a person may do is role, scopes and relation together. */
export const Role = z.enum(["admin", "manager", "internal", "external", "technician"]);
export type Role = z.infer<typeof Role>;

/** The languages every screen speaks. */
export const Language = z.enum(["nl", "en"]);
export type Language = z.infer<typeof Language>;

/** A trading entity as screens need it: its name and its two brand colours. */
export const EntityBrand = z.object({
  code: z.string(),
  name: z.string(),
  colour: z.string(),
  accent: z.string(),
});
export type EntityBrand = z.infer<typeof EntityBrand>;

/** The person who is signed in, with everything the frame of a screen needs to know. */
export const Me = z.object({
  id: Id,
  name: z.string(),
  email: z.string(),
  role: Role,
  scopes: z.array(z.string()),
  organizationId: Id.nullable(),
  organizationName: z.string().nullable(),
  language: Language,
  businessEntities: z.array(EntityBrand),
});
export type Me = z.infer<typeof Me>;

/** One of the known scopes, or all of a family with `.*`. */
export const Scope = z.string().refine((scope) => scopeNames.includes(scope), "unknown scope");
const Scopes = z.array(Scope).max(scopeNames.length);

/** A code of an authenticator app. */
const Totp = z.string().regex(/^\d{6}$/);

/** A password somebody chooses; length is what counts. */
const NewPassword = z.string().min(12).max(200);

/** A person with an account, as the settings screen shows it. */
export const User = z.object({
  id: Id,
  name: z.string(),
  email: z.string(),
  role: Role,
  scopes: z.array(z.string()),
  organizationId: Id.nullable(),
  contactId: Id.nullable(),
  mechanicId: Id.nullable(),
  language: Language,
  active: z.boolean(),
  secondFactor: z.boolean(),
  createdAt: Instant,
  lastSeenAt: Instant.nullable(),
});
export type User = z.infer<typeof User>;

const UserFields = {
  name: filledText(200),
  role: Role,
  scopes: Scopes,
  organizationId: Id.nullable(),
  contactId: Id.nullable(),
  mechanicId: Id.nullable(),
  language: Language,
};

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

export const identity = {
  signIn: endpoint({
    name: "identity.signIn",
    summary: "Sign in with password, and with a code when the account asks for one",
    method: "POST",
    path: "/identity/sign-in",
    doors: ["public"],
    body: z.object({
      email: Email,
      password: z.string().min(1).max(200),
      totp: z
        .string()
        .regex(/^\d{6}$/)
        .optional(),
    }),
    response: z.object({ outcome: z.enum(["signed-in", "second-factor"]) }),
  }),
  requestMagicLink: endpoint({
    name: "identity.requestMagicLink",
    summary: "Send a link to sign in with; the answer is the same for unknown addresses",
    method: "POST",
    path: "/identity/magic-link",
    doors: ["public"],
    body: z.object({ email: Email, returnTo: text(500).optional() }),
    response: Done,
  }),
  signOut: endpoint({
    name: "identity.signOut",
    summary: "End the session",
    method: "POST",
    path: "/identity/sign-out",
    doors: ["office", "field", "partner"],
    response: Done,
  }),
  me: endpoint({
    name: "identity.me",
    summary: "The person who is signed in",
    method: "GET",
    path: "/identity/me",
    doors: ["office", "field", "partner"],
    response: Me,
  }),
  signInByLink: endpoint({
    name: "identity.signInByLink",
    summary: "Sign in with the token of a mailed link, and with a code when the account asks for one",
    method: "POST",
    path: "/identity/sign-in-by-link",
    doors: ["public"],
    body: z.object({ token: z.string().min(20).max(100), totp: Totp.optional() }),
    response: z.object({ outcome: z.enum(["signed-in", "second-factor"]) }),
  }),
  changePassword: endpoint({
    name: "identity.changePassword",
    summary: "Choose a password; every other session of this person ends",
    method: "POST",
    path: "/identity/password",
    doors: ["office", "field", "partner"],
    body: z.object({ currentPassword: z.string().max(200).optional(), newPassword: NewPassword }),
    response: Done,
  }),
  startSecondFactor: endpoint({
    name: "identity.startSecondFactor",
    summary: "Begin with an authenticator app; counts from the first code on",
    method: "POST",
    path: "/identity/second-factor",
    doors: ["office", "field", "partner"],
    response: z.object({ uri: z.string() }),
  }),
  confirmSecondFactor: endpoint({
    name: "identity.confirmSecondFactor",
    summary: "Show the first code of the authenticator app",
    method: "POST",
    path: "/identity/second-factor/confirm",
    doors: ["office", "field", "partner"],
    body: z.object({ totp: Totp }),
    response: Done,
  }),
  users: listEndpoint({
    name: "identity.users",
    summary: "People with an account",
    path: "/identity/users",
    doors: ["office"],
    row: User,
    filters: {
      search: text(100).optional(),
      role: Role.optional(),
      active: Flag.optional(),
      organizationId: Id.optional(),
    },
    sorts: ["name", "createdAt"],
    defaultSort: "name",
  }),
  addUser: endpoint({
    name: "identity.addUser",
    summary: "Give somebody an account; a link to sign in with is mailed",
    method: "POST",
    path: "/identity/users",
    doors: ["office"],
    body: z.object({
      email: Email,
      name: UserFields.name,
      role: UserFields.role,
      scopes: UserFields.scopes.default([]),
      organizationId: UserFields.organizationId.default(null),
      contactId: UserFields.contactId.default(null),
      mechanicId: UserFields.mechanicId.default(null),
      language: UserFields.language.default("nl"),
    }),
    response: z.object({ id: Id }),
    status: 201,
  }),
  changeUser: endpoint({
    name: "identity.changeUser",
    summary: "Change name, role, scopes or organization of an account, or open or close it",
    method: "PATCH",
    path: "/identity/users/:userId",
    doors: ["office"],
    params: z.object({ userId: Id }),
    body: z.object({ ...UserFields, active: z.boolean() }).partial(),
    response: Done,
  }),
  inviteUser: endpoint({
    name: "identity.inviteUser",
    summary: "Mail somebody a link to sign in with once more",
    method: "POST",
    path: "/identity/users/:userId/invite",
    doors: ["office"],
    params: z.object({ userId: Id }),
    response: Done,
  }),
  resetSecondFactor: endpoint({
    name: "identity.resetSecondFactor",
    summary: "Take away somebody's authenticator app and passkeys, after loss",
    method: "POST",
    path: "/identity/users/:userId/reset-second-factor",
    doors: ["office"],
    params: z.object({ userId: Id }),
    response: Done,
  }),
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
