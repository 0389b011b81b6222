import { type Visit, visits } from "#planning";
import type { Instant, Work } from "#platform";
import { crewMemberOf } from "../policy.ts";
import { type JobKey, viewWorkOrder } from "../queries/workOrderView.ts";
import { type WorkOrder, workOrders } from "../workOrderStore.ts";

export interface Job {
  workOrder: WorkOrder;
  visit: Visit;
  mechanicId: string;
  /** When it happened: a phone that was out of reach tells it later, never for the future. */
  at: Instant;
}

/** The job with its visit, held for this transaction, for a mechanic of its crew. */
export const jobOf = async (work: Work, workOrderId: string, at?: Instant): Promise<Job> => {
  const workOrder = await workOrders.lock(work.tx, workOrderId);
  const visit = await visits.byId(work.tx, workOrder.visitId);
  const mechanicId = await crewMemberOf(work.tx, work.actor, { visit, now: work.now });
  return { workOrder, visit, mechanicId, at: at && at < work.now ? at : work.now };
};

export const viewOf = (work: Work, key: JobKey) => viewWorkOrder(work.tx, work.actor, { key, now: work.now });
