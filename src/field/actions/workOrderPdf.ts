import { visits } from "#planning";
import { action } from "#platform";
import { field as contract } from "../contract.ts";
import { crewMemberOf, maySeeWork } from "../policy.ts";
import { workOrderFile } from "../workOrderFile.ts";
import { workOrders } from "../workOrderStore.ts";

/** The signed work order as a PDF, for staff and for the crew that did the job. */
export const workOrderPdf = action(contract.pdf, async (work, { workOrderId }) => {
  const { visitId, number } = await workOrders.byId(work.tx, workOrderId);
  if (!maySeeWork(work.actor))
    await crewMemberOf(work.tx, work.actor, {
      visit: await visits.byId(work.tx, visitId),
      now: work.now,
    });
  return { fileId: await workOrderFile.make(work, workOrderId), name: `${number}.pdf` };
});
