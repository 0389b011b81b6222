import { addressFlags, addSite, moveSite, readAddress } from "#crm";
import { action } from "#platform";
import { orders as contract } from "../contract.ts";
import { orderChanged } from "../events.ts";
import { openException, settleExceptions } from "../exceptionStore.ts";
import { orders } from "../orderStore.ts";
import { mayChangeOrders } from "../policy.ts";
import { viewOrder } from "../queries/order.ts";

/** Changes what was sent and leaves the rest; a corrected address settles what was flagged about it. */
export const changeOrder = action(
  contract.changeOrder,
  async (work, { orderId, address: typed, ...changes }) => {
    const { tx, actor, authorize, announce, note } = work;
    authorize(mayChangeOrders(actor));
    const order = await orders.lock(tx, orderId);
    await orders.change(work, orderId, changes);
    if (typed) {
      const address = readAddress(typed);
      const site = order.siteId
        ? await moveSite(work, order.siteId, address)
        : (await addSite(work, { organizationId: order.endCustomerId, address })).site;
      await orders.change(work, orderId, { siteId: site.id });
      await orders.refreshSearch(tx, orderId);
      const flags = addressFlags(address);
      for (const kind of ["address_unverified", "address_incomplete"] as const)
        if (flags.includes(kind))
          await openException(work, { orderId, kind, facts: { postalCode: address.postalCode } });
        else await settleExceptions(work, { orderId, kind, resolution: "address corrected" });
    }
    const fields = [...Object.keys(changes), ...(typed ? ["address"] : [])];
    note({ recordType: "order", recordId: orderId, orderId, changes: { fields } });
    announce(orderChanged({ id: orderId, orderId, fields }));
    return viewOrder(tx, actor, orderId);
  },
);
