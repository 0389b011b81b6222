import { action } from "../../action.ts";
import { hasScope } from "../../actor.ts";
import { identity } from "../contract.ts";
import { hashOf, newSecret, prefixOf } from "../keys/secret.ts";

/** Makes a key for a partner's machine; only here its secret is seen. */
export const createApiKey = action(
  identity.createApiKey,
  async ({ tx, actor, now, services, authorize, note }, input) => {
    authorize(hasScope(actor, "admin.integrations"));
    const key = newSecret();
    const { organizationId, name, kind, scopes, addresses, expiresAt } = input;
    const { id } = await tx
      .insertInto("apiKeys")
      .values({
        organizationId,
        name,
        kind,
        scopes,
        addresses,
        expiresAt,
        prefix: prefixOf(key),
        secretHash: hashOf(key),
        sealedSecret: kind === "hmac" ? services.identity.seal(key) : null,
        createdAt: now,
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    note({ recordType: "apiKey", recordId: id, changes: { organizationId, name, kind, scopes, addresses } });
    return { id, key };
  },
  { secret: true },
);
