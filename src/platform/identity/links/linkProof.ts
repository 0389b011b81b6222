import type { LinkHolder } from "../../actor.ts";
import type { Platform } from "../../platform.ts";
import { linkExpired, linkWithdrawn, wrongCredentials } from "../problems.ts";

const memorySeconds = 3;

/** Who holds a link, by the token from its address; tells a wrong link from one that is over. */
export const proveLink = async (platform: Platform, token: string): Promise<LinkHolder> => {
  const { links, identity } = platform.services;
  const id = links.read(token);
  if (!id) throw wrongCredentials();
  const row = await identity.memory.recall(`link ${id}`, memorySeconds, () =>
    platform.database.db.selectFrom("accessLinks").selectAll().where("id", "=", id).executeTakeFirst(),
  );
  if (!row) throw wrongCredentials();
  if (row.revokedAt) throw linkWithdrawn();
  if (row.expiresAt <= platform.now()) throw linkExpired({ expiredAt: row.expiresAt });
  return {
    kind: "customer",
    linkId: row.id,
    purpose: row.purpose,
    orderId: row.orderId,
    contactId: row.contactId,
    organizationId: row.organizationId,
  };
};
