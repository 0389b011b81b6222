import { z } from "zod";
import { AddressInput, ContactView, SiteView } from "#crm/contract";
import {
  Cents,
  Day,
  Email,
  endpoint,
  Flag,
  filledText,
  Id,
  Instant,
  listEndpoint,
  Moves,
  many,
  Quantity,
  text,
  VatRate,
} from "#platform/contract";
import { cancelReasons, holdCategories, movesByHand, orderStatus } from "./orderStatus.ts";

export * from "./orderStatus.ts";

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
export const BillingState = z.enum(["none", "to_check", "to_invoice", "invoiced", "paid"]);
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

const orderId = z.object({ orderId: Id });

export const orders = {
  orders: listEndpoint({
    name: "orders.orders",
    summary: "Orders, filtered and sorted",
    path: "/orders",
    doors: ["office"],
    row: OrderRow,
    filters: {
      status: many(OrderStatusName).optional(),
      businessEntity: many(text(40)).optional(),
      kind: many(OrderKind).optional(),
      priority: many(Priority).optional(),
      billingState: many(BillingState).optional(),
      organizationId: Id.optional(),
      contactId: Id.optional(),
      overdue: Flag.optional(),
      createdFrom: Day.optional(),
      createdUntil: Day.optional(),
      search: text(80).optional(),
    },
    sorts: ["createdAt", "updatedAt", "number", "statusSince"],
    defaultSort: "-createdAt",
  }),
  order: endpoint({
    name: "orders.order",
    summary: "One order with its people, place, lines, hold, open exceptions and possible moves",
    method: "GET",
    path: "/orders/:orderId",
    doors: ["office"],
    params: orderId,
    response: OrderView,
  }),
  timeline: listEndpoint({
    name: "orders.timeline",
    summary: "Everything that happened to an order, newest first",
    path: "/order-timeline",
    doors: ["office"],
    row: TimelineEntry.extend({ id: z.string() }),
    filters: { orderId: Id },
    sorts: ["at"],
    defaultSort: "-at",
  }),
  newLead: endpoint({
    name: "orders.newLead",
    summary: "A lead typed in the office",
    method: "POST",
    path: "/orders",
    doors: ["office"],
    body: z.object({
      businessEntity: filledText(40),
      kind: OrderKind.default("installation"),
      name: filledText(120),
      company: text(160).default(""),
      email: z.union([z.literal(""), Email]).default(""),
      phone: text(40).default(""),
      address: AddressInput.default({}),
      accountId: Id.optional(),
      notes: text(4000).default(""),
      requestedOn: Day.optional(),
      language: z.enum(["nl", "en"]).default("nl"),
    }),
    response: OrderView,
    status: 201,
  }),
  changeOrder: endpoint({
    name: "orders.changeOrder",
    summary: "Change priority, owner, notes, wished day or address",
    method: "PATCH",
    path: "/orders/:orderId",
    doors: ["office"],
    params: orderId,
    body: z
      .object({
        priority: Priority,
        ownerId: Id.nullable(),
        notes: text(4000).nullable(),
        requestedOn: Day.nullable(),
        address: AddressInput,
      })
      .partial(),
    response: OrderView,
  }),
  moveByHand: endpoint({
    name: "orders.moveByHand",
    summary: "A step made by hand, such as cancelling",
    method: "POST",
    path: "/orders/:orderId/moves",
    doors: ["office"],
    params: orderId,
    body: z.object({
      move: z.enum(movesByHand),
      reason: z.enum(cancelReasons).optional(),
      remark: text(1000).optional(),
    }),
    response: OrderView,
  }),
  holdOrder: endpoint({
    name: "orders.holdOrder",
    summary: "Pause an order, with the reason",
    method: "POST",
    path: "/orders/:orderId/hold",
    doors: ["office"],
    params: orderId,
    body: z.object({ category: z.enum(holdCategories), details: filledText(1000), resumeOn: Day.optional() }),
    response: OrderView,
  }),
  resumeOrder: endpoint({
    name: "orders.resumeOrder",
    summary: "Take a paused order up again where it was",
    method: "POST",
    path: "/orders/:orderId/resume",
    doors: ["office"],
    params: orderId,
    body: z.object({ resolution: text(1000).optional() }),
    response: OrderView,
  }),
  exceptions: listEndpoint({
    name: "orders.exceptions",
    summary: "Everything that waits for a person, worst first",
    path: "/exceptions",
    doors: ["office"],
    row: ExceptionRow,
    filters: {
      kind: many(text(60)).optional(),
      businessEntity: many(text(40)).optional(),
      mine: Flag.optional(),
    },
    sorts: ["dueAt"],
    defaultSort: "dueAt",
  }),
  resolveException: endpoint({
    name: "orders.resolveException",
    summary: "Say that an exception is dealt with, and how",
    method: "POST",
    path: "/exceptions/:exceptionId/resolve",
    doors: ["office"],
    params: z.object({ exceptionId: Id }),
    body: z.object({ resolution: filledText(1000) }),
    response: z.object({ id: Id, resolvedAt: Instant }),
  }),
  today: endpoint({
    name: "orders.today",
    summary: "How many orders stand where; each figure opens the list behind it (counted to 999)",
    method: "GET",
    path: "/today",
    doors: ["office"],
    query: z.object({ businessEntity: text(40).optional() }),
    response: z.object({
      exceptions: z.int(),
      overdue: z.int(),
      statuses: z.array(z.object({ status: OrderStatusName, count: z.int() })),
      automation: z.object({ steps: z.int(), withoutStaff: z.int() }),
    }),
  }),
  orderForCustomer: endpoint({
    name: "orders.orderForCustomer",
    summary: "The order behind a signed link, in the customer's words",
    method: "GET",
    path: "/my-order",
    doors: ["customer"],
    response: z.object({
      id: Id,
      number: z.string(),
      kind: OrderKind,
      step: z.enum([
        "received",
        "questions",
        "quote",
        "planning",
        "visit",
        "work",
        "done",
        "cancelled",
        "paused",
      ]),
      status: OrderStatusName,
      customerName: z.string(),
      contactName: z.string(),
      language: z.enum(["nl", "en"]),
      plannedOn: Day.nullable(),
      address: z.string().nullable(),
      brand: z.object({
        name: z.string(),
        colour: z.string(),
        accent: z.string(),
        phone: z.string().nullable(),
        mailAddress: z.string(),
        addressLines: z.array(z.string()),
        kvkNumber: z.string().nullable(),
        vatNumber: z.string().nullable(),
      }),
      partner: z.object({ name: z.string(), brand: z.record(z.string(), z.unknown()) }).nullable(),
    }),
  }),
};

/** A line as it is added to an order. */
export const NewLine = z.object({
  articleId: Id.optional(),
  description: filledText(500).optional(),
  quantity: Quantity.default(1),
  unitPriceCents: Cents.optional(),
  discount: z.int().min(0).max(10_000).default(0),
  billedToId: Id,
});
