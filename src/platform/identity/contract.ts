import { z } from "zod";
import { Done, Email, endpoint, Id, text } from "#platform/contract";

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
};
