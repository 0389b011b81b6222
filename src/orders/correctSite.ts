import { addressFlags, addSite, moveSite, readAddress, type TypedAddress } from "#crm";
import type { Work } from "#platform";
import { openException, settleExceptions } from "./exceptionStore.ts";
import { type Order, orders } from "./orderStore.ts";

/** Writes another address over the site of an order, and settles or opens what is flagged about it. */
export const correctSite = async (work: Work, order: Order, typed: TypedAddress): Promise<void> => {
  const { tx } = work;
  const address = readAddress(typed);
  const site = order.siteId
    ? await moveSite(work, order.siteId, address)
    : (await addSite(work, { organizationId: order.endCustomerId, address })).site;
  await orders.change(work, order.id, { siteId: site.id });
  await orders.refreshSearch(tx, order.id);
  const flags = addressFlags(address);
  for (const kind of ["address_unverified", "address_incomplete"] as const)
    if (flags.includes(kind))
      await openException(work, { orderId: order.id, kind, facts: { postalCode: address.postalCode } });
    else await settleExceptions(work, { orderId: order.id, kind, resolution: "address corrected" });
};
