import { type Visit, visits } from "#planning";
import { type Instant, instantAt, type Work } from "#platform";
import { crewMemberOf } from "../policy.ts";
import { type JobKey, viewWorkOrder } from "../queries/workOrderView.ts";
import { type WorkOrder, workOrders } from "../workOrderStore.ts";

export interface Job {
  workOrder: WorkOrder;
  visit: Visit;
  mechanicId: string;
  /** When it happened. */
  at: Instant;
}

/**
 * A phone that was out of reach tells later when it was. It is believed when that can be: not before the day of the visit or what was told
 * before, and not in the future; else its clock is wrong, and it is now.
 */
const momentOf = (
  told: Instant | undefined,
  { workOrder, visit, now }: Pick<Job, "workOrder" | "visit"> & { now: Instant },
): Instant => {
  const earliest = workOrder.workEndedAt ?? visit.actualStart ?? instantAt(visit.onDay!, "00:00");
  return told && told >= earliest && told < now ? told : now;
};

/** The job with its visit, held for this transaction, for a mechanic of its crew. */
export const jobOf = async (work: Work, workOrderId: string, at?: Instant): Promise<Job> => {
  const workOrder = await workOrders.lock(work.tx, workOrderId);
  const visit = await visits.byId(work.tx, workOrder.visitId);
  const mechanicId = await crewMemberOf(work.tx, work.actor, { visit, now: work.now });
  return { workOrder, visit, mechanicId, at: momentOf(at, { workOrder, visit, now: work.now }) };
};

export const viewOf = (work: Work, key: JobKey) => viewWorkOrder(work.tx, work.actor, { key, now: work.now });
