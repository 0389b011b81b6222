import { action } from "../../action.ts";
import { hasScope } from "../../actor.ts";
import { notFound } from "../../contract/index.ts";
import { later } from "../../time.ts";
import { identity } from "../contract.ts";
import { hashOf, newSecret, prefixOf } from "../keys/secret.ts";

/** Replaces a key's secret; the former one counts for the hours that are given. */
export const rotateApiKey = action(
  identity.rotateApiKey,
  async ({ tx, actor, now, services, authorize, note }, { keyId, formerHours }) => {
    authorize(hasScope(actor, "admin.integrations"));
    const row = await tx
      .selectFrom("apiKeys")
      .selectAll()
      .where("id", "=", keyId)
      .where("revokedAt", "is", null)
      .forUpdate()
      .executeTakeFirst();
    if (!row) throw notFound();
    const key = newSecret();
    services.identity.memory.forget();
    await tx
      .updateTable("apiKeys")
      .set({
        prefix: prefixOf(key),
        secretHash: hashOf(key),
        sealedSecret: row.kind === "hmac" ? services.identity.seal(key) : null,
        formerHash: row.secretHash,
        formerSealed: row.sealedSecret,
        formerUntil: later(now, `PT${formerHours}H`),
      })
      .where("id", "=", keyId)
      .execute();
    note({ recordType: "apiKey", recordId: keyId, changes: { rotated: true, formerHours } });
    return { id: keyId, key };
  },
  { secret: true },
);
