import { markLines, moveOrder } from "#orders";
import { visitProgress, visits } from "#planning";
import { action, type Instant, storeFile, type Work } from "#platform";
import { field as contract } from "../contract.ts";
import { workCompleted } from "../events.ts";
import { notComplete } from "../problems.ts";
import { evidenceOf } from "../queries/workOrderView.ts";
import { moveWorkOrder, type WorkOrder } from "../workOrderStore.ts";
import { jobOf, viewOf } from "./job.ts";

/** The gate of the handover: checklist, photos and serial numbers are complete. */
const mustBeComplete = async (work: Work, workOrder: WorkOrder) => {
  const evidence = await evidenceOf(work.tx, workOrder);
  if (evidence.missing.length > 0) throw notComplete({ missing: evidence.missing });
  return evidence;
};

/** The work is done; the customer can look. */
export const finishWork = action(contract.finishWork, async (work, given) => {
  const { workOrder, at } = await jobOf(work, given.workOrderId, given.at);
  await mustBeComplete(work, workOrder);
  const finished = await moveWorkOrder(work, workOrder, "finishWork", {
    changes: { workEndedAt: at, answersComplete: true },
  });
  await moveWorkOrder(work, finished, "showCustomer");
  return viewOf(work, workOrder);
});

const keepSignature = async (work: Work, workOrder: WorkOrder, signature: string | undefined) => {
  if (!signature) return null;
  const { id } = await storeFile(work, {
    bytes: Buffer.from(signature, "base64"),
    name: `${workOrder.number}.png`,
    kind: "signature",
    visibility: "customer",
    orderId: workOrder.orderId,
    recordId: workOrder.id,
  });
  return id;
};

/** The order is complete when nothing on it waits for a crew any more; else its next visit comes up. */
const orderFollows = async (work: Work, orderId: string, at: Instant): Promise<boolean> => {
  const left = await visits.open(work.tx, orderId);
  if (left.length === 0) {
    await markLines(work, orderId, "installed");
    await moveOrder(work, orderId, "complete", { changes: { completedAt: at, billingState: "to_check" } });
    return true;
  }
  const next = left.find(({ status }) => status === "scheduled");
  await moveOrder(work, orderId, "planFollowUp", { reason: "next visit", changes: { plannedOn: null } });
  if (next) await moveOrder(work, orderId, "schedule", { changes: { plannedOn: next.onDay } });
  return false;
};

/** The customer signs, drawn or by name: the job, its visit and, when it was the last, the order are complete. */
export const handOver = action(contract.handOver, async (work, given) => {
  const { workOrder, at } = await jobOf(work, given.workOrderId, given.at);
  const { photos } = await mustBeComplete(work, workOrder);
  const signatureFileId = await keepSignature(work, workOrder, given.signature);
  const { signedName, satisfaction = null, remarks = workOrder.remarks } = given;
  const signed = await moveWorkOrder(work, workOrder, "sign", {
    changes: { signedName, signedAt: at, signatureFileId, satisfaction, remarks },
  });
  await moveWorkOrder(work, signed, "complete");
  await visitProgress.complete(work, workOrder.visitId, at);
  const isLast = await orderFollows(work, workOrder.orderId, at);
  const { id, orderId, visitId, number } = workOrder;
  work.announce(
    workCompleted({
      id,
      orderId,
      visitId,
      number,
      signedName,
      signedAt: at,
      isLast,
      hasDrawnSignature: signatureFileId !== null,
      photos: photos.length,
    }),
  );
  return viewOf(work, workOrder);
});
