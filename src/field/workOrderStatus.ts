import { statusMachine } from "#platform/contract";

const beforeWork = [
  "created",
  "arrived_on_site",
  "lmra_in_progress",
  "lmra_approved",
  "lmra_failed",
  "materials_checking",
  "materials_verified",
  "materials_missing",
  "materials_added",
] as const;

/**
 * A work order from arrival to handover. Nothing after the last-minute risk analysis (LMRA) can be reached without it;
 * called off, it ends as cancelled and another visit follows.
 */
export const workOrderStatus = statusMachine({
  statuses: {
    created: {},
    arrived_on_site: {},
    lmra_in_progress: {},
    lmra_approved: {},
    lmra_failed: {},
    materials_checking: {},
    materials_verified: {},
    materials_missing: {},
    materials_added: {},
    work_in_progress: {},
    work_completed: {},
    customer_review: {},
    customer_signed: {},
    completed: { final: true },
    cancelled: { final: true },
  },
  start: "created",
  moves: {
    arrive: { from: ["created"], to: "arrived_on_site" },
    beginLmra: { from: ["arrived_on_site"], to: "lmra_in_progress" },
    approveLmra: { from: ["lmra_in_progress"], to: "lmra_approved" },
    failLmra: { from: ["lmra_in_progress"], to: "lmra_failed" },
    checkMaterials: { from: ["lmra_approved"], to: "materials_checking" },
    verifyMaterials: { from: ["materials_checking"], to: "materials_verified" },
    missMaterials: { from: ["materials_checking"], to: "materials_missing" },
    addMaterials: { from: ["materials_missing"], to: "materials_added" },
    startWork: { from: ["materials_verified", "materials_added"], to: "work_in_progress" },
    finishWork: { from: ["work_in_progress"], to: "work_completed" },
    showCustomer: { from: ["work_completed"], to: "customer_review" },
    sign: { from: ["customer_review"], to: "customer_signed" },
    complete: { from: ["customer_signed"], to: "completed" },
    cancel: { from: beforeWork, to: "cancelled", reason: true },
    stopHalfway: { from: ["work_in_progress"], to: "cancelled", reason: true },
  },
});

export type WorkOrderStatus = (typeof workOrderStatus.names)[number];
export type WorkOrderMove = keyof typeof workOrderStatus.moves;
