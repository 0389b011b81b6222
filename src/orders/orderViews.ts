import { z } from "zod";
import { ContactView, SiteView } from "#crm/contract";
import { Cents, Day, filledText, Id, Instant, Moves, Quantity, UnitPrice, VatRate } from "#platform/contract";
import { orderStatus } from "./orderStatus.ts";

export const OrderStatusName = z.enum(orderStatus.names);
export const OrderKind = z.enum([
  "installation",
  "service",
  "maintenance",
  "upgrade",
  "removal",
  "relocation",
  "webshop",
  "accessories",
  "consultation",
]);
export const Priority = z.enum(["low", "normal", "high", "urgent"]);
export const BillingState = z.enum(["none", "to_check", "to_invoice", "invoiced", "paid", "nothing_to_bill"]);
export const PartyRole = z.enum([
  "account",
  "end_customer",
  "intermediary",
  "sales_agent",
  "installer",
  "technical_contact",
  "project_manager",
  "billing_contact",
]);

export const OrderRow = z.object({
  id: Id,
  number: z.string(),
  businessEntity: z.string(),
  kind: OrderKind,
  status: OrderStatusName,
  statusSince: Instant,
  statusDue: Instant.nullable(),
  billingState: BillingState,
  priority: Priority,
  customerName: z.string(),
  accountName: z.string(),
  place: z.string().nullable(),
  totalCents: Cents,
  requestedOn: Day.nullable(),
  plannedOn: Day.nullable(),
  createdAt: Instant,
  updatedAt: Instant,
});

export const LineView = z.object({
  id: Id,
  position: z.int(),
  articleId: Id.nullable(),
  articleNumber: z.string().nullable(),
  partnerSku: z.string().nullable(),
  description: z.string(),
  kind: z.enum(["product", "service", "discount"]),
  quantity: z.number(),
  listPriceCents: Cents.nullable(),
  unitPriceCents: Cents.nullable(),
  discount: z.int(),
  vatRate: VatRate,
  totalCents: Cents,
  billedToId: Id,
  billedToName: z.string(),
  parentLineId: Id.nullable(),
  status: z.string(),
});
export type LineView = z.infer<typeof LineView>;

export const ExceptionRow = z.object({
  id: Id,
  orderId: Id.nullable(),
  orderNumber: z.string().nullable(),
  businessEntity: z.string().nullable(),
  customerName: z.string().nullable(),
  kind: z.string(),
  key: z.string(),
  facts: z.record(z.string(), z.unknown()),
  /** Whose numbers or channel it is about, such as the partner of an unknown SKU. */
  organizationId: Id.nullable(),
  /** Who looks after it: the exception's own owner, else the order's. */
  ownerId: Id.nullable(),
  ownerName: z.string().nullable(),
  openedAt: Instant,
  dueAt: Instant,
});

const Party = z.object({
  role: PartyRole,
  organizationId: Id,
  organizationName: z.string(),
  contactName: z.string().nullable(),
  label: z.string().nullable(),
});

export const OrderView = OrderRow.extend({
  source: z.string(),
  accountId: Id,
  endCustomerId: Id,
  ownerId: Id.nullable(),
  ownerName: z.string().nullable(),
  notes: z.string().nullable(),
  cancelReason: z.string().nullable(),
  completedAt: Instant.nullable(),
  closedAt: Instant.nullable(),
  contact: ContactView,
  site: SiteView.nullable(),
  parties: z.array(Party),
  references: z
    .object({
      partnerOrderId: z.string(),
      purchaseOrder: z.string().nullable(),
      customerAccount: z.string().nullable(),
      dealerGroup: z.string().nullable(),
      dealer: z.string().nullable(),
      salesAgent: z.string().nullable(),
    })
    .nullable(),
  lines: z.array(LineView),
  hold: z
    .object({ category: z.string(), details: z.string(), resumeOn: Day.nullable(), openedAt: Instant })
    .nullable(),
  exceptions: z.array(ExceptionRow),
  moves: Moves,
});

export const TimelineEntry = z.object({
  id: z.int(),
  name: z.string(),
  payload: z.record(z.string(), z.unknown()),
  actorKind: z.enum(["person", "partner", "customer", "automation"]),
  actorName: z.string().nullable(),
  at: Instant,
});

/** A line as it is added to an order. */
export const NewLine = z.object({
  articleId: Id.optional(),
  description: filledText(500).optional(),
  quantity: Quantity.default(1),
  unitPriceCents: UnitPrice.optional(),
  discount: z.int().min(0).max(10_000).default(0),
  billedToId: Id,
});
