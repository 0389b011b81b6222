import { z } from "zod";
import { Done, Email, endpoint, Flag, filledText, Id, Instant, listEndpoint, text } from "#platform/contract";
import { Language, Role, Scopes } from "./shapes.ts";

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
  businessEntities: z.array(z.string()).nullable(),
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
  /** The entities whose work staff may see, by code; null for all. Who holds `multi.entity` sees all. */
  businessEntities: z
    .array(z.string().regex(/^[a-z][a-z0-9_]{1,39}$/))
    .min(1)
    .max(50)
    .nullable(),
  language: Language,
};

/** People with an account, as administrators keep them. */
export const userEndpoints = {
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
      businessEntities: UserFields.businessEntities.default(null),
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
};
