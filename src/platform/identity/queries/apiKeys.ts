import { sql } from "kysely";
import { query } from "../../action.ts";
import { hasScope } from "../../actor.ts";
import { pageByKeyset } from "../../listing.ts";
import { identity } from "../contract.ts";

/** Keys of partners' machines, without their secrets. */
export const apiKeys = query(
  identity.apiKeys,
  async ({ db, actor, authorize }, { organizationId, revoked, ...paging }) => {
    authorize(hasScope(actor, "admin.integrations"));
    let select = db
      .selectFrom("apiKeys")
      .select(["id", "organizationId", "name", "kind", "prefix", "scopes", "addresses"])
      .select(["createdAt", "expiresAt", "revokedAt", "lastUsedAt"]);
    if (organizationId) select = select.where("organizationId", "=", organizationId);
    if (revoked !== undefined) select = select.where("revokedAt", revoked ? "is not" : "is", null);
    return pageByKeyset(select, paging, {
      columns: { name: sql.ref("name"), createdAt: sql.ref("createdAt") },
      id: sql.ref("id"),
    });
  },
);
