import { z } from "zod";
import { Done, endpoint, Id, Instant, listEndpoint, many, text } from "#platform/contract";

/** One line of the audit log. */
export const AuditLine = z.object({
  id: z.string(),
  at: Instant,
  action: z.string(),
  actorKind: z.string(),
  actorName: z.string().nullable(),
  onBehalfOf: z.string().nullable(),
  recordType: z.string().nullable(),
  recordId: Id.nullable(),
  orderId: Id.nullable(),
  changes: z.record(z.string(), z.unknown()),
  reason: z.string().nullable(),
  address: z.string().nullable(),
  /** Whether the line stands in the sealed chain. */
  sealed: z.boolean(),
});

/** Work for later that failed so often that it waits for a person. */
export const DeadJob = z.object({
  id: z.string(),
  kind: z.string(),
  payload: z.unknown(),
  orderId: Id.nullable(),
  attempts: z.int(),
  lastError: z.string().nullable(),
  createdAt: Instant,
});

export const desk = {
  auditLines: listEndpoint({
    name: "platform.auditLines",
    summary: "Who did what, newest first",
    path: "/audit-lines",
    doors: ["office"],
    row: AuditLine,
    filters: {
      actorKind: many(z.enum(["person", "partner", "customer", "automation"])).optional(),
      /** Actions by name; listeners and jobs as `sales.follow-order`, whatever event they answered. */
      action: many(text(120)).optional(),
      /** Actions that are found by what is searched as well, such as those whose words in the reader's language have it in them. */
      searchActions: many(text(120)).optional(),
      recordId: Id.optional(),
      orderId: Id.optional(),
      search: text(80).optional(),
    },
    sorts: ["at"],
    defaultSort: "-at",
  }),
  deadJobs: listEndpoint({
    name: "platform.deadJobs",
    summary: "Work that failed so often that it waits for a person",
    path: "/dead-jobs",
    doors: ["office"],
    row: DeadJob,
    filters: {},
    sorts: ["createdAt"],
    defaultSort: "-createdAt",
  }),
  replayJob: endpoint({
    name: "platform.replayJob",
    summary: "Try failed work again",
    method: "POST",
    path: "/dead-jobs/:jobId/replay",
    doors: ["office"],
    params: z.object({ jobId: z.string().regex(/^\d{1,19}$/) }),
    response: Done,
  }),
};
