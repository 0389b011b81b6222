import type { Capability } from "#platform";
import { addFile } from "./actions/addFile.ts";
import { changeOrder } from "./actions/changeOrder.ts";
import { holdOrder, resumeOrder } from "./actions/holdOrder.ts";
import { moveByHand } from "./actions/moveByHand.ts";
import { newLead } from "./actions/newLead.ts";
import { removeFile } from "./actions/removeFile.ts";
import { resolveException } from "./actions/resolveException.ts";
import { showFile } from "./actions/showFile.ts";
import { tuneStatusSetting } from "./actions/tuneStatusSetting.ts";
import { orderStatus } from "./orderStatus.ts";
import { flagOverdueOrders } from "./overdue.ts";
import { exceptionsByKind, exceptionsList } from "./queries/exceptions.ts";
import { filesOfOrder } from "./queries/filesOfOrder.ts";
import { orderById } from "./queries/order.ts";
import { orderForCustomer } from "./queries/orderForCustomer.ts";
import { ordersList } from "./queries/orders.ts";
import { statusSettings } from "./queries/statusSettings.ts";
import { timelineOfOrder } from "./queries/timeline.ts";
import { todayInNumbers } from "./queries/today.ts";

export { showFile } from "./actions/showFile.ts";
export { correctSite } from "./correctSite.ts";
export { createOrder, type NewOrder, type NewParty } from "./createOrder.ts";
export { exceptionResolved, linesChanged, orderChanged, orderCreated, orderMoved } from "./events.ts";
export { openException, settleExceptions, settleOthers } from "./exceptionStore.ts";
export type { LineToAdd } from "./lineRows.ts";
export {
  addLines,
  changeLine,
  type Line,
  type LineChange,
  linesOf,
  mapLines,
  markLines,
  removeLine,
} from "./lineStore.ts";
export { type OrderMove, type OrderStatus, orderStatus } from "./orderStatus.ts";
export { moveOrder, type Order, orders } from "./orderStore.ts";
export { followsOrder, partiesOfOrders } from "./parties.ts";
export { mayChangeOrders, maySeeOrders } from "./policy.ts";
export { filesOfOrder } from "./queries/filesOfOrder.ts";
export { nameOfActor } from "./queries/timeline.ts";
export { statusForCustomer } from "./statusSettings.ts";

/** The spine: orders with parties, lines, statuses, holds, timeline, and the one list of what waits for a person. */
export const ordering: Capability = {
  name: "orders",
  routes: [
    ordersList,
    orderById,
    timelineOfOrder,
    newLead,
    changeOrder,
    moveByHand,
    holdOrder,
    resumeOrder,
    exceptionsList,
    exceptionsByKind,
    resolveException,
    todayInNumbers,
    orderForCustomer,
    statusSettings,
    filesOfOrder,
    addFile,
    removeFile,
    showFile,
    tuneStatusSetting,
  ],
  recurring: [flagOverdueOrders],
  statuses: { order: orderStatus },
};
