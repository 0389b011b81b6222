import { type Actor, entitiesWithin, hasScope } from "../../actor.ts";
import { forbidden } from "../../contract/index.ts";
import type { Tx } from "../../database/open.ts";
import type { Role } from "../contract.ts";
import { lastAdministrator, scopeNotForRole } from "../problems.ts";
import { allowedScopes } from "../scopes.ts";

const isPowerful = (scope: string) => allowedScopes("external", [scope]).length === 0;

/** Whether this actor looks after accounts. */
export const mayAdministerUsers = (actor: Actor) => hasScope(actor, "admin.users");

/**
 * Throws unless the actor may make somebody this: nobody gives away more than they hold, only administrators make
 * administrators, and people of partners never get the scopes that are not theirs.
 */
export const mayGrant = (actor: Actor, { role, scopes }: { role: Role; scopes: readonly string[] }) => {
  const refused = scopes.filter((scope) => !allowedScopes(role, [scope]).length);
  if (refused.length > 0) throw scopeNotForRole({ scopes: refused });
  const isAdmin = actor.kind === "automation" || (actor.kind === "person" && actor.role === "admin");
  if (isAdmin) return;
  if (role === "admin" || scopes.some((scope) => isPowerful(scope) && !hasScope(actor, scope)))
    throw forbidden();
};

/** Throws when somebody opens more entities to an account than the own ones. */
export const mayOpenEntities = (actor: Actor, entities: readonly string[] | null) => {
  const own = entitiesWithin(actor);
  if (own && !entities?.every((entity) => own.includes(entity))) throw forbidden();
};

/** Throws when no active administrator would be left without this one. */
export const keepAnAdministrator = async (tx: Tx, userId: string) => {
  const others = await tx
    .selectFrom("users")
    .select("id")
    .where("role", "=", "admin")
    .where("active", "=", true)
    .orderBy("id")
    .forUpdate()
    .execute();
  if (!others.some(({ id }) => id !== userId)) throw lastAdministrator();
};
