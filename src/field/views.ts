import { z } from "zod";
import { Day, Id, Instant, text } from "#platform/contract";
import { workOrderStatus } from "./workOrderStatus.ts";

export const WorkOrderStatusName = z.enum(workOrderStatus.names);
export const RiskLevel = z.enum(["low", "medium", "high"]);

/** Last-minute risk analysis: five points of the law's kind, four questions of the work, and the verdict. */
export const Lmra = z.object({
  electricalSafety: z.boolean(),
  equipmentPresent: z.boolean(),
  workspaceSafe: z.boolean(),
  customerInformed: z.boolean(),
  emergencyKnown: z.boolean(),
  cupboardSafe: z.boolean(),
  workplaceSafe: z.boolean(),
  otherRisks: text(2000).default(""),
  canGoOn: z.boolean(),
  riskLevel: RiskLevel,
});
export type Lmra = z.infer<typeof Lmra>;

const Where = z.object({
  customerName: z.string(),
  contactName: z.string(),
  phone: z.string().nullable(),
  address: z.string().nullable(),
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
  accessNotes: z.string().nullable(),
});

export const StopView = Where.extend({
  workOrderId: Id.nullable(),
  workOrderStatus: WorkOrderStatusName.nullable(),
  visitId: Id,
  visitStatus: z.string(),
  orderNumber: z.string(),
  kind: z.string(),
  part: z.string().nullable(),
  plannedStart: Instant.nullable(),
  minutes: z.int(),
  travelMinutes: z.int().nullable(),
  /** How many the crew takes along. */
  chargers: z.int(),
});
export type StopView = z.infer<typeof StopView>;

const Material = z.object({
  lineId: Id,
  articleId: Id.nullable(),
  description: z.string(),
  quantity: z.number(),
  requiresSerial: z.boolean(),
  isChecked: z.boolean(),
});
const Asset = z.object({
  id: Id,
  articleId: Id.nullable(),
  name: z.string(),
  serial: z.string(),
  ean: z.string(),
});

export const WorkOrderView = Where.extend({
  id: Id,
  number: z.string(),
  status: WorkOrderStatusName,
  jobKind: z.string(),
  visitId: Id,
  visitStatus: z.string(),
  orderId: Id,
  orderNumber: z.string(),
  orderNotes: z.string().nullable(),
  on: Day.nullable(),
  part: z.string().nullable(),
  plannedStart: Instant.nullable(),
  minutes: z.int(),
  arrivedAt: Instant.nullable(),
  workStartedAt: Instant.nullable(),
  workEndedAt: Instant.nullable(),
  lmra: Lmra.extend({ outcome: z.string(), byName: z.string(), doneAt: Instant }).nullable(),
  materials: z.array(Material),
  missingMaterials: z.string(),
  answers: z.record(z.string(), z.union([z.boolean(), z.number(), z.string()])),
  workPerformed: z.string().nullable(),
  remarks: z.string().nullable(),
  photos: z.array(z.object({ id: Id, fileId: Id, place: z.string() })),
  assets: z.array(Asset),
  signedName: z.string().nullable(),
  signedAt: Instant.nullable(),
  cancelReason: z.string().nullable(),
  /** What must still be done before the customer can sign: `question:…`, `photo:…`, `serial:…`. */
  missing: z.array(z.string()),
  canWork: z.boolean(),
});
export type WorkOrderView = z.infer<typeof WorkOrderView>;

export const WorkOrderSummary = z.object({
  id: Id,
  number: z.string(),
  status: WorkOrderStatusName,
  visitId: Id,
  arrivedAt: Instant.nullable(),
  workEndedAt: Instant.nullable(),
  signedName: z.string().nullable(),
  cancelReason: z.string().nullable(),
});

export const AssetRow = z.object({
  id: Id,
  serial: z.string(),
  ean: z.string(),
  name: z.string(),
  orderId: Id,
  orderNumber: z.string(),
  customerName: z.string(),
  place: z.string().nullable(),
  installedOn: Day,
  warrantyUntil: Day.nullable(),
  status: z.string(),
});
