import { z } from "zod";
import { Day, endpoint, filledText, Id, Instant, listEndpoint, text } from "#platform/contract";
import { AssetRow, Lmra, StopView, WorkOrderSummary, WorkOrderView } from "./views.ts";

export * from "./checklists.ts";
export { questionWords } from "./questionWords.ts";
export * from "./views.ts";
export * from "./workOrderStatus.ts";

const workOrderId = z.object({ workOrderId: Id });
const step = <B extends z.ZodObject>(name: string, summary: string, path: string, body: B) =>
  endpoint({
    name: `field.${name}`,
    summary,
    method: "POST",
    path: `/work-orders/:workOrderId/${path}`,
    doors: ["field"],
    params: workOrderId,
    body,
    response: WorkOrderView,
  });
const nothing = z.object({});
const When = { at: Instant.optional() };

export const field = {
  day: endpoint({
    name: "field.day",
    summary: "The stops of one's own crew on a day around today, in driving order",
    method: "GET",
    path: "/field/day",
    doors: ["field"],
    query: z.object({ on: Day.optional() }),
    response: z.object({
      on: Day,
      /** The nearest days before and after today on which one's crew goes out: Friday and Tuesday on a Monday. */
      before: Day,
      after: Day,
      crew: z.object({ name: z.string(), van: z.string(), members: z.array(z.string()) }).nullable(),
      stops: z.array(StopView),
    }),
  }),
  workOrder: endpoint({
    name: "field.workOrder",
    summary: "One job with everything a crew needs for it, and what it still misses",
    method: "GET",
    path: "/work-orders/:workOrderId",
    doors: ["office", "field"],
    params: workOrderId,
    response: WorkOrderView,
  }),
  workOrdersOfOrder: endpoint({
    name: "field.workOrdersOfOrder",
    summary: "The work orders of an order",
    method: "GET",
    path: "/orders/:orderId/work-orders",
    doors: ["office"],
    params: z.object({ orderId: Id }),
    response: z.object({ rows: z.array(WorkOrderSummary) }),
  }),
  depart: step("depart", "The crew is on its way", "depart", nothing),
  arrive: step("arrive", "The crew has arrived", "arrive", z.object(When)),
  giveLmra: step(
    "giveLmra",
    "The last-minute risk analysis; a job that is called off becomes another visit",
    "lmra",
    Lmra.extend({ lmraId: Id, ...When }),
  ),
  checkMaterials: step(
    "checkMaterials",
    "Everything is there and work begins, or this is missing",
    "materials",
    z.object({ checked: z.array(Id).max(200), missing: text(1000).default("") }),
  ),
  addMaterials: step(
    "addMaterials",
    "What was missing is there now; work begins",
    "materials-added",
    z.object({ how: filledText(500) }),
  ),
  saveAnswers: step(
    "saveAnswers",
    "Keep answers of the checklist while working",
    "answers",
    z.object({
      answers: z.record(z.string().max(60), z.union([z.boolean(), z.number(), text(2000)])),
      workPerformed: text(4000).optional(),
      remarks: text(4000).optional(),
    }),
  ),
  addPhoto: step(
    "addPhoto",
    "A photo of a place, uploaded before",
    "photos",
    z.object({ photoId: Id, fileId: Id, place: filledText(40) }),
  ),
  removePhoto: step("removePhoto", "Take a photo off the job", "photos/remove", z.object({ photoId: Id })),
  addSerial: step(
    "addSerial",
    "The serial number of what was installed; each is known once",
    "serials",
    z.object({ assetId: Id, articleId: Id, serial: filledText(80), ean: text(14).default("") }),
  ),
  removeSerial: step(
    "removeSerial",
    "Take a serial number off the job",
    "serials/remove",
    z.object({ assetId: Id }),
  ),
  finishWork: step(
    "finishWork",
    "The work is done and ready to be shown to the customer",
    "finish",
    z.object(When),
  ),
  handOver: step(
    "handOver",
    "The customer signs; the job is complete",
    "handover",
    z.object({
      signedName: filledText(120),
      /** The drawn signature as PNG in base64; without it the typed name counts. */
      signature: z.base64().max(400_000).optional(),
      satisfaction: z.int().min(1).max(5).optional(),
      remarks: text(2000).optional(),
      ...When,
    }),
  ),
  callOff: step(
    "callOff",
    "The job cannot be done now; another visit follows",
    "call-off",
    z.object({ reason: filledText(500), ...When }),
  ),
  pdf: endpoint({
    name: "field.pdf",
    summary: "The work order as a PDF, made when it is first asked for",
    method: "POST",
    path: "/work-orders/:workOrderId/pdf",
    doors: ["office", "field", "partner", "customer"],
    params: workOrderId,
    response: z.object({ fileId: Id, name: z.string() }),
  }),
  signedWorkOrders: endpoint({
    name: "field.signedWorkOrders",
    summary: "The signed work orders of an order, for who follows it",
    method: "GET",
    path: "/orders/:orderId/signed-work-orders",
    doors: ["office", "partner", "customer"],
    params: z.object({ orderId: Id }),
    response: z.object({ rows: z.array(z.object({ id: Id, number: z.string(), signedAt: Instant })) }),
  }),
  assets: listEndpoint({
    name: "field.assets",
    summary: "Installed chargers and what else has a serial number, found by part of it",
    path: "/installed-assets",
    doors: ["office"],
    row: AssetRow,
    filters: { search: text(80).optional(), orderId: Id.optional() },
    sorts: ["installedOn", "serial"],
    defaultSort: "-installedOn",
  }),
};
