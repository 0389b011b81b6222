import { z } from "zod";
import { Id } from "#platform/contract";
import { scopeNames } from "../scopes.ts";

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
export const Scopes = z.array(Scope).max(scopeNames.length);
