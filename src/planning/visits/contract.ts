import { z } from "zod";
import { Day, endpoint, Flag, filledText, Id, listEndpoint, many, TimeOfDay, text } from "#platform/contract";
import { DayPartName, VisitForOthers, VisitKind, VisitRow, VisitStatusName, VisitView } from "./views.ts";

const visitId = z.object({ visitId: Id });

/** Visits: what waits, what is planned, and how the office moves it. */
export const visitCalls = {
  visits: listEndpoint({
    name: "planning.visits",
    summary: "Visits, filtered and sorted; with `unplanned` the ones that wait for a time",
    path: "/visits",
    doors: ["office"],
    row: VisitRow,
    filters: {
      unplanned: Flag.optional(),
      status: many(VisitStatusName).optional(),
      kind: many(VisitKind).optional(),
      businessEntity: many(text(40)).optional(),
      from: Day.optional(),
      until: Day.optional(),
    },
    sorts: ["createdAt", "number"],
    defaultSort: "createdAt",
  }),
  visit: endpoint({
    name: "planning.visit",
    summary: "One visit with its possible moves",
    method: "GET",
    path: "/visits/:visitId",
    doors: ["office"],
    params: visitId,
    response: VisitView,
  }),
  visitsOfOrder: endpoint({
    name: "planning.visitsOfOrder",
    summary: "The visits of an order with their possible moves",
    method: "GET",
    path: "/orders/:orderId/visits",
    doors: ["office"],
    params: z.object({ orderId: Id }),
    response: z.object({ rows: z.array(VisitView), canAdd: z.boolean() }),
  }),
  planVisit: endpoint({
    name: "planning.planVisit",
    summary: "Plan or move a visit by hand; what is not right is told, and done only with `despite`",
    method: "POST",
    path: "/visits/:visitId/plan",
    doors: ["office"],
    params: visitId,
    body: z.object({
      crewId: Id,
      startsAt: TimeOfDay,
      part: DayPartName.optional(),
      reason: text(500).optional(),
      despite: z.boolean().default(false),
    }),
    response: VisitView,
  }),
  freeVisit: endpoint({
    name: "planning.freeVisit",
    summary: "Take a visit off its day; the customer is asked for another time",
    method: "POST",
    path: "/visits/:visitId/free",
    doors: ["office"],
    params: visitId,
    body: z.object({ reason: filledText(500) }),
    response: VisitView,
  }),
  cancelVisit: endpoint({
    name: "planning.cancelVisit",
    summary: "Call a visit off for good, with the reason",
    method: "POST",
    path: "/visits/:visitId/cancel",
    doors: ["office"],
    params: visitId,
    body: z.object({ reason: filledText(500) }),
    response: VisitView,
  }),
  addVisit: endpoint({
    name: "planning.addVisit",
    summary: "Add a visit to an order that is being planned",
    method: "POST",
    path: "/orders/:orderId/visits",
    doors: ["office"],
    params: z.object({ orderId: Id }),
    body: z.object({
      kind: VisitKind,
      minutes: z.int().min(10).max(600),
      skills: z.array(filledText(60)).max(20).default([]),
    }),
    response: VisitView,
    status: 201,
  }),
  changeVisit: endpoint({
    name: "planning.changeVisit",
    summary: "Change how long a visit that has no time yet takes, and what it asks",
    method: "PATCH",
    path: "/visits/:visitId",
    doors: ["office"],
    params: visitId,
    body: z
      .object({ kind: VisitKind, minutes: z.int().min(10).max(600), skills: z.array(filledText(60)).max(20) })
      .partial(),
    response: VisitView,
  }),
  visitsForPartner: endpoint({
    name: "planning.visitsForPartner",
    summary: "The visits of an order the partner takes part in",
    method: "GET",
    path: "/partner/orders/:orderId/visits",
    doors: ["partner"],
    params: z.object({ orderId: Id }),
    response: z.object({ rows: z.array(VisitForOthers) }),
  }),
};
