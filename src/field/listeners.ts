import { visitCancelled, visitScheduled, visits } from "#planning";
import { listen } from "#platform";
import { workCompleted } from "./events.ts";
import { mailWorkOrder } from "./mails.ts";
import { makeWorkOrder, moveWorkOrder, workOrders } from "./workOrderStore.ts";

/** A visit with a day has a work order. */
export const prepareWork = listen(visitScheduled, "field/make-work-order", async (work, { id }) => {
  const visit = await visits.byId(work.tx, id);
  if (visit.status === "scheduled") await makeWorkOrder(work, visit);
});

/** A visit that was called off needs none. */
export const dropWork = listen(visitCancelled, "field/cancel-work-order", async (work, { id, reason }) => {
  const made = await workOrders.ofVisit(work.tx, id);
  if (made?.status !== "created") return;
  await moveWorkOrder(work, made, "cancel", { reason, changes: { cancelReason: reason } });
});

/** The customer gets the work order that was signed. */
export const sendWorkOrder = listen(workCompleted, "field/mail-work-order", mailWorkOrder);
