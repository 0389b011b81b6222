import type { Order } from "#orders";
import { later, makeLink, type Work } from "#platform";

const linkLife = "P60D";

/** A fresh personal link to the questions. */
export const linkToIntake = async (work: Work, order: Order): Promise<string> => {
  const { url } = await makeLink(work, {
    purpose: "intake",
    orderId: order.id,
    contactId: order.contactId,
    organizationId: order.endCustomerId,
    expiresAt: later(work.now, linkLife),
  });
  return `${url}/intake`;
};
