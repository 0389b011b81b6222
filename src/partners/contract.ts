import { z } from "zod";
import { LineView, OrderKind, OrderStatusName } from "#orders/contract";
import { Day, endpoint, filledText, Id, Instant, listEndpoint, many, text } from "#platform/contract";
import { channelCalls } from "./channelContract.ts";

export { type ChannelView, FieldMapInput } from "./channelContract.ts";
export { canonicalFields, FieldName } from "./door/fieldMap.ts";
export { type KnownFormat, knownFormats } from "./knownFormats.ts";
export { partnerStatuses } from "./partnerStatuses.ts";
export { WebhookEvent } from "./webhooks/webhookEvents.ts";

const Warning = z.object({ pointer: z.string(), problem: z.string(), value: z.unknown().optional() });
const DifferenceView = z.object({ pointer: z.string(), first: z.unknown(), now: z.unknown() });

/** What a partner hears about an order it sent. */
export const Receipt = z.object({
  result: z.enum(["created", "lead_created", "existing"]),
  order_number: z.string(),
  order_id: Id,
  partner_order_id: z.string(),
  status: z.string(),
  /** Within how many minutes the order is usable in our house. */
  expected_minutes: z.int(),
  flags: z.array(z.string()),
  tasks: z.array(z.string()),
  warnings: z.array(Warning),
  differences: z.array(DifferenceView),
});
export type Receipt = z.infer<typeof Receipt>;

export const PartnerOrderRow = z.object({
  id: Id,
  number: z.string(),
  partnerOrderId: z.string().nullable(),
  kind: OrderKind,
  status: OrderStatusName,
  statusForPartner: z.string(),
  customerName: z.string(),
  accountName: z.string(),
  place: z.string().nullable(),
  plannedOn: Day.nullable(),
  createdAt: Instant,
  updatedAt: Instant,
});

export const CallRow = z.object({
  id: Id,
  organizationId: Id,
  organizationName: z.string(),
  orderId: Id.nullable(),
  partnerOrderId: z.string().nullable(),
  outcome: z.enum(["created", "lead_created", "existing", "conflict", "refused"]),
  payload: z.unknown(),
  problem: z.unknown(),
  at: Instant,
});

export const DeliveryRow = z.object({
  id: Id,
  organizationId: Id,
  organizationName: z.string(),
  orderId: Id.nullable(),
  event: z.string(),
  status: z.enum(["waiting", "delivered", "failed"]),
  attempts: z.int(),
  lastStatus: z.int().nullable(),
  lastError: z.string().nullable(),
  createdAt: Instant,
  deliveredAt: Instant.nullable(),
});

export const partners = {
  ...channelCalls,
  receiveOrder: endpoint({
    name: "partners.receiveOrder",
    summary:
      "Deliver an order or lead, in the canonical format or in the partner's own format as agreed. The same partner order id with the same content gives the first answer again",
    method: "POST",
    path: "/partner/orders",
    doors: ["partner"],
    body: z.looseObject({}),
    response: Receipt,
    status: 201,
  }),
  orders: listEndpoint({
    name: "partners.orders",
    summary: "The orders of the partner's own organization and everything below it",
    path: "/partner/orders",
    doors: ["partner"],
    row: PartnerOrderRow,
    filters: { status: many(OrderStatusName).optional(), search: text(80).optional() },
    sorts: ["createdAt", "updatedAt"],
    defaultSort: "-createdAt",
  }),
  order: endpoint({
    name: "partners.order",
    summary: "One order of the partner, with its lines and steps",
    method: "GET",
    path: "/partner/orders/:orderId",
    doors: ["partner"],
    params: z.object({ orderId: Id }),
    response: PartnerOrderRow.extend({
      notes: z.string().nullable(),
      address: z.string().nullable(),
      lines: z.array(LineView.omit({ articleNumber: true }).extend({ mine: z.boolean() })),
      steps: z.array(z.object({ status: OrderStatusName, at: Instant, reason: z.string().nullable() })),
      totals: z.object({ mineCents: z.int(), othersCents: z.int().nullable() }),
    }),
  }),
  orderByReference: endpoint({
    name: "partners.orderByReference",
    summary: "Where an order stands, by the partner's own order id",
    method: "GET",
    path: "/partner/order-status/:partnerOrderId",
    doors: ["partner"],
    params: z.object({ partnerOrderId: filledText(200) }),
    response: PartnerOrderRow,
  }),
  calls: listEndpoint({
    name: "partners.calls",
    summary: "What partners sent us, also what was refused",
    path: "/partner-calls",
    doors: ["office"],
    row: CallRow,
    filters: { organizationId: Id.optional(), outcome: many(CallRow.shape.outcome).optional() },
    sorts: ["at"],
    defaultSort: "-at",
  }),
  replayCall: endpoint({
    name: "partners.replayCall",
    summary: "Read a refused call again, after the channel or the payload was mended",
    method: "POST",
    path: "/partner-calls/:callId/replay",
    doors: ["office"],
    params: z.object({ callId: Id }),
    body: z.object({ payload: z.record(z.string(), z.unknown()).optional() }),
    response: Receipt,
  }),
  mapSku: endpoint({
    name: "partners.mapSku",
    summary: "Say which of our articles a partner's number is; waiting lines get their article and price",
    method: "POST",
    path: "/organizations/:organizationId/partner-articles",
    doors: ["office"],
    params: z.object({ organizationId: Id }),
    body: z.object({ partnerSku: filledText(200), articleId: Id }),
    response: z.object({ partnerSku: z.string(), articleId: Id, orders: z.int() }),
  }),
  deliveries: listEndpoint({
    name: "partners.deliveries",
    summary: "What we told partners, every webhook with its attempts",
    path: "/webhook-deliveries",
    doors: ["office"],
    row: DeliveryRow,
    filters: { organizationId: Id.optional(), status: many(DeliveryRow.shape.status).optional() },
    sorts: ["createdAt"],
    defaultSort: "-createdAt",
  }),
  replayDelivery: endpoint({
    name: "partners.replayDelivery",
    summary: "Send a webhook again",
    method: "POST",
    path: "/webhook-deliveries/:deliveryId/replay",
    doors: ["office"],
    params: z.object({ deliveryId: Id }),
    response: DeliveryRow.omit({ organizationName: true }),
  }),
};
