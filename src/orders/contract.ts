import { z } from "zod";
import { AddressInput } from "#crm/contract";
import {
  Day,
  Email,
  endpoint,
  Flag,
  filledText,
  Id,
  Instant,
  listEndpoint,
  many,
  Phone,
  text,
} from "#platform/contract";
import { fileCalls } from "./fileContract.ts";
import { cancelReasons, holdCategories, movesByHand } from "./orderStatus.ts";
import {
  BillingState,
  ExceptionRow,
  OrderKind,
  OrderRow,
  OrderStatusName,
  OrderView,
  Priority,
  TimelineEntry,
} from "./orderViews.ts";
import { statusCalls } from "./statusContract.ts";

export { type OfficeFileKind, type OrderFile, officeFileKinds } from "./fileContract.ts";
export * from "./orderStatus.ts";
export * from "./orderViews.ts";
export { type StatusSetting, Tone } from "./statusContract.ts";
export * from "./statusLabels.ts";

const orderId = z.object({ orderId: Id });

const changeable = {
  priority: Priority,
  ownerId: Id.nullable(),
  notes: text(4000).nullable(),
  requestedOn: Day.nullable(),
};

export const orders = {
  ...statusCalls,
  ...fileCalls,
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
      phone: Phone.default(""),
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
        ...changeable,
        address: AddressInput,
        /** What the caller saw of what it changes; when that changed meanwhile, nothing is written. */
        was: z.object(changeable).partial(),
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
  exceptionsByKind: endpoint({
    name: "orders.exceptionsByKind",
    summary:
      "What waits for a person by what is the matter, worst first: how many, and the first three of each",
    method: "GET",
    path: "/exceptions-by-kind",
    doors: ["office"],
    query: z.object({ businessEntity: text(40).optional(), mine: Flag.optional() }),
    response: z.object({
      kinds: z.array(z.object({ kind: z.string(), count: z.int(), first: z.array(ExceptionRow) })),
    }),
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
      /** What the office calls this status for customers, where it chose words of its own. */
      tunedLabel: z.object({ nl: z.string(), en: z.string() }).nullable(),
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
