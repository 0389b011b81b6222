import { action } from "../../action.ts";
import { hasScope } from "../../actor.ts";
import { notFound } from "../../contract/index.ts";
import { identity } from "../contract.ts";

/** Withdraws a key at once; doing it again changes nothing. */
export const revokeApiKey = action(
  identity.revokeApiKey,
  async ({ tx, actor, now, services, authorize, note }, { keyId }) => {
    authorize(hasScope(actor, "admin.integrations"));
    const row = await tx
      .selectFrom("apiKeys")
      .select("revokedAt")
      .where("id", "=", keyId)
      .forUpdate()
      .executeTakeFirst();
    if (!row) throw notFound();
    if (row.revokedAt) return { done: true } as const;
    services.identity.memory.forget();
    await tx.updateTable("apiKeys").set({ revokedAt: now }).where("id", "=", keyId).execute();
    note({ recordType: "apiKey", recordId: keyId, changes: { revoked: true } });
    return { done: true } as const;
  },
);
