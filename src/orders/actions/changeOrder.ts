import { action, refuseIfChanged } from "#platform";
import { orders as contract } from "../contract.ts";
import { correctSite } from "../correctSite.ts";
import { orderChanged } from "../events.ts";
import { orders } from "../orderStore.ts";
import { mayChangeOrders } from "../policy.ts";
import { viewOrder } from "../queries/order.ts";
import { refuseOddWish } from "../wishedDay.ts";

/** Changes what was sent and leaves the rest; a corrected address settles what was flagged about it. */
export const changeOrder = action(
  contract.changeOrder,
  async (work, { orderId, address: typed, was, ...changes }) => {
    const { tx, actor, authorize, announce, note } = work;
    authorize(mayChangeOrders(actor));
    const order = await orders.lock(tx, orderId);
    refuseIfChanged(was, order);
    if (changes.requestedOn !== order.requestedOn) refuseOddWish(changes.requestedOn, work.now);
    await orders.change(work, orderId, changes);
    if (typed) await correctSite(work, order, typed);
    const fields = [...Object.keys(changes), ...(typed ? ["address"] : [])];
    note({ recordType: "order", recordId: orderId, orderId, changes: { fields } });
    announce(orderChanged({ id: orderId, orderId, fields }));
    return viewOrder(tx, actor, orderId);
  },
);
