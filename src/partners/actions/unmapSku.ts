import { action, notFound } from "#platform";
import { partners } from "../contract.ts";
import { mayKeepChannels } from "../policy.ts";

/** Takes a partner's number off the map; the next order with it waits for a person again. */
export const unmapSku = action(
  partners.unmapSku,
  async ({ tx, actor, authorize, note }, { organizationId, partnerSku }) => {
    authorize(mayKeepChannels(actor));
    const { numDeletedRows } = await tx
      .deleteFrom("partnerArticles")
      .where("organizationId", "=", organizationId)
      .where("partnerSku", "=", partnerSku)
      .executeTakeFirst();
    if (numDeletedRows === 0n) throw notFound();
    note({ recordType: "organization", recordId: organizationId, changes: { partnerSku, article: null } });
    return { partnerSku };
  },
);
