import { later, makeLink, type Work } from "#platform";
import type { SignOff } from "./quoteStore.ts";

/** A payer's own link to its quote; earlier ones of the same payer keep working, they lead to the newest version. */
export const linkToQuote = async (work: Work, signOff: SignOff): Promise<string> => {
  const { url } = await makeLink(work, {
    purpose: "quote",
    orderId: signOff.orderId,
    contactId: signOff.contactId,
    organizationId: signOff.organizationId,
    expiresAt: later(work.now, "P90D"),
  });
  return `${url}/offerte`;
};
