import type { Door } from "./contract/index.ts";

/** Somebody who signed in: staff, a mechanic, or a person of a partner. */
export interface Person {
  kind: "person";
  userId: string;
  name: string;
  role: "admin" | "manager" | "internal" | "external" | "technician";
  scopes: readonly string[];
  /** The organization the person belongs to; for externals the root of what they may see. */
  organizationId: string | null;
  /** Own organization and everything below it in the tree. */
  organizationIds: readonly string[];
  /** The entities whose work a staff member may see; without it, all. */
  businessEntities?: readonly string[] | null;
  language: "nl" | "en";
}

/** A partner's machine, known by its API key. */
export interface PartnerKey {
  kind: "partner";
  apiKeyId: string;
  name: string;
  scopes: readonly string[];
  organizationId: string;
  organizationIds: readonly string[];
}

/** Somebody who followed a signed link; may see one order only. */
export interface LinkHolder {
  kind: "customer";
  linkId: string;
  purpose: string;
  orderId: string;
  contactId: string | null;
  organizationId: string | null;
}

/** The platform itself: a listener, a job, an import. */
export interface Automation {
  kind: "automation";
  name: string;
}

/** Nobody known: a public door. */
export interface Anonymous {
  kind: "anonymous";
}

export type Actor = Person | PartnerKey | LinkHolder | Automation | Anonymous;

/** Who made a step, the way the company counts: the share of steps without staff is its main figure. */
export type ActorKind = "person" | "partner" | "customer" | "automation";

export const actorKind = (actor: Actor): ActorKind => {
  if (actor.kind === "person") return actor.role === "external" ? "partner" : "person";
  return actor.kind === "anonymous" ? "customer" : actor.kind;
};

/** The id under which the actor stands in events and audit lines. */
export const actorId = (actor: Actor): string | null => {
  switch (actor.kind) {
    case "person":
      return actor.userId;
    case "partner":
      return actor.apiKeyId;
    case "customer":
      return actor.contactId ?? actor.linkId;
    case "automation":
      return actor.name;
    case "anonymous":
      return null;
  }
};

export const actorName = (actor: Actor): string | null =>
  actor.kind === "person" || actor.kind === "partner" || actor.kind === "automation" ? actor.name : null;

export const isStaff = (actor: Actor): actor is Person =>
  actor.kind === "person" &&
  (actor.role === "admin" || actor.role === "manager" || actor.role === "internal");

/** Whether the actor holds a scope such as `finance.invoices`; administrators hold all, automations act for the house. */
export const hasScope = (actor: Actor, scope: string): boolean => {
  if (actor.kind === "automation") return true;
  if (actor.kind === "person" && actor.role === "admin") return true;
  if (actor.kind !== "person" && actor.kind !== "partner") return false;
  const family = `${scope.split(".")[0]}.*`;
  return actor.scopes.includes(scope) || actor.scopes.includes(family);
};

/** The organizations whose rows the actor may see, or `null` for staff and the house itself: all of them. */
export const organizationsWithin = (actor: Actor): readonly string[] | null => {
  if (actor.kind === "automation") return null;
  if (actor.kind === "person") return actor.role === "external" ? actor.organizationIds : null;
  return actor.kind === "partner" ? actor.organizationIds : [];
};

/** The entities whose rows a staff member may see and change, or `null`: all of them. */
export const entitiesWithin = (actor: Actor): readonly string[] | null =>
  isStaff(actor) && !hasScope(actor, "multi.entity") ? (actor.businessEntities ?? null) : null;

/** Through which door the actor comes in. */
export const doorsOf = (actor: Actor): readonly Door[] => {
  switch (actor.kind) {
    case "person":
      if (actor.role === "external") return ["partner", "public"];
      return actor.role === "technician" ? ["field", "public"] : ["office", "field", "public"];
    case "partner":
      return ["partner", "public"];
    case "customer":
      return ["customer", "public"];
    case "automation":
      return ["office", "field", "partner", "customer", "public"];
    case "anonymous":
      return ["public"];
  }
};

export const automation = (name: string): Automation => ({ kind: "automation", name });
export const anonymous: Anonymous = { kind: "anonymous" };
