import { z } from "zod";
import { Day, Id, Instant, Moves } from "#platform/contract";
import { visitStatus } from "./visitStatus.ts";

export const VisitStatusName = z.enum(visitStatus.names);
export const VisitKind = z.enum([
  "survey",
  "installation",
  "service",
  "maintenance",
  "repair",
  "upgrade",
  "inspection",
  "warranty",
  "relocation",
  "removal",
]);
export const DayPartName = z.enum(["morning", "afternoon", "full_day"]);

export const VisitRow = z.object({
  id: Id,
  number: z.string(),
  orderId: Id,
  orderNumber: z.string(),
  businessEntity: z.string(),
  customerName: z.string(),
  place: z.string().nullable(),
  priority: z.string(),
  requestedOn: Day.nullable(),
  kind: VisitKind,
  status: VisitStatusName,
  minutes: z.int(),
  skills: z.array(z.string()),
  on: Day.nullable(),
  part: DayPartName.nullable(),
  crewId: Id.nullable(),
  crewName: z.string().nullable(),
  plannedStart: Instant.nullable(),
  plannedEnd: Instant.nullable(),
  travelMinutes: z.int().nullable(),
  isPinned: z.boolean(),
  confirmedBy: z.string().nullable(),
  rescheduleCount: z.int(),
  rescheduleReason: z.string().nullable(),
  createdAt: Instant,
});
export type VisitRow = z.infer<typeof VisitRow>;

export const VisitView = VisitRow.extend({
  cancelReason: z.string().nullable(),
  actualStart: Instant.nullable(),
  actualEnd: Instant.nullable(),
  crew: z.array(z.string()),
  moves: Moves,
});
export type VisitView = z.infer<typeof VisitView>;

/** Something that is not as it should be, as a plain fact; the screen has the sentence. */
export const Breach = z.object({
  kind: z.enum(["skills", "van_stock", "too_early", "too_late", "overlap", "promise", "day_past"]),
  detail: z.string(),
});
export type Breach = z.infer<typeof Breach>;

/** A visit in the words of customer and partner. */
export const VisitForOthers = z.object({
  id: Id,
  number: z.string(),
  kind: VisitKind,
  status: VisitStatusName,
  on: Day.nullable(),
  part: DayPartName.nullable(),
  minutes: z.int(),
  crew: z.array(z.string()),
});
export type VisitForOthers = z.infer<typeof VisitForOthers>;
