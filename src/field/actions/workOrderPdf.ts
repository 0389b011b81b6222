import { followsOrder } from "#orders";
import { visits } from "#planning";
import { type Actor, action, notFound } from "#platform";
import { field as contract } from "../contract.ts";
import { crewMemberOf, maySeeWork } from "../policy.ts";
import { workOrderFile } from "../workOrderFile.ts";
import { workOrders } from "../workOrderStore.ts";

const isExternal = (actor: Actor) => actor.kind === "person" && actor.role === "external";

/** The signed work order as a PDF, for staff, the crew that did the job, the customer and the partners of the order. */
export const workOrderPdf = action(contract.pdf, async (work, { workOrderId }) => {
  const { visitId, orderId, number } = await workOrders.byId(work.tx, workOrderId);
  const { actor } = work;
  const isOutside = actor.kind === "customer" || actor.kind === "partner" || isExternal(actor);
  if (isOutside && !(await followsOrder(work.tx, actor, orderId))) throw notFound();
  if (!isOutside && !maySeeWork(actor))
    await crewMemberOf(work.tx, work.actor, {
      visit: await visits.byId(work.tx, visitId),
      now: work.now,
    });
  return { fileId: await workOrderFile.make(work, workOrderId), name: `${number}.pdf` };
});
