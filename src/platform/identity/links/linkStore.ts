import type { Instant } from "../../contract/index.ts";
import { statement } from "../../database/statement.ts";
import type { Work } from "../../work.ts";

const newLink = statement(
  (
    db,
    purpose: string,
    orderId: string,
    contactId: string | null,
    organizationId: string | null,
    expiresAt: string,
    createdAt: string,
  ) =>
    db
      .insertInto("accessLinks")
      .values({ purpose, orderId, contactId, organizationId, expiresAt, createdAt })
      .returning("id"),
);

/**
 * Makes a signed link to one order, for one purpose. `token` goes into the address of the customer's page, `/c/<token>`;
 * it is an HMAC over the link's id, so it can be made again from the id and nothing secret is kept.
 */
export const makeLink = async (
  { tx, services, now }: Work,
  link: {
    purpose: string;
    orderId: string;
    contactId?: string | null;
    organizationId?: string | null;
    expiresAt: Instant;
  },
): Promise<{ linkId: string; token: string; url: string }> => {
  const { purpose, orderId, contactId = null, organizationId = null, expiresAt } = link;
  const [made] = await newLink(tx, purpose, orderId, contactId, organizationId, expiresAt, now);
  const linkId = made!.id;
  const token = services.links.tokenOf(linkId);
  return { linkId, token, url: `${services.baseUrl}/c/${token}` };
};

/** Withdraws the links of an order, all or of one purpose or contact; returns how many were open. */
export const revokeLinks = async (
  { tx, services, now }: Work,
  which: { orderId: string; purpose?: string; contactId?: string },
): Promise<number> => {
  services.identity.memory.forget();
  const { numUpdatedRows } = await tx
    .updateTable("accessLinks")
    .set({ revokedAt: now })
    .where("orderId", "=", which.orderId)
    .where("revokedAt", "is", null)
    .$if(which.purpose !== undefined, (links) => links.where("purpose", "=", which.purpose ?? ""))
    .$if(which.contactId !== undefined, (links) => links.where("contactId", "=", which.contactId ?? ""))
    .executeTakeFirst();
  return Number(numUpdatedRows);
};
