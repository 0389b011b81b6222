import { z } from "zod";
import { Day, Id, Instant } from "#platform/contract";
import { VisitKind, VisitStatusName } from "../visits/views.ts";

/** Where a visit stands in a plan: crew, day, promised part of the day, and the minute of the day at which work starts. */
export const PlanPlace = z.object({
  crewId: Id,
  on: Day,
  part: z.enum(["morning", "afternoon", "full_day"]),
  start: z.int(),
  isPinned: z.boolean(),
});
export type PlanPlace = z.infer<typeof PlanPlace>;

/** One reason a place costs what it costs, in twentieths of a minute of driving; all terms of a plan add up to its score. */
export const CostTerm = z.object({
  term: z.enum([
    "travel",
    "way_back",
    "overtime",
    "balance",
    "other_crew",
    "day_moved",
    "part_moved",
    "crew_moved",
    "unplanned",
  ]),
  cost: z.int(),
});
export type CostTerm = z.infer<typeof CostTerm>;

/** A rule of planning that is broken, as a plain fact; the screen has the sentence. */
export const RuleBreach = z.object({
  rule: z.enum([
    "skills",
    "window",
    "shift",
    "max_jobs",
    "van_stock",
    "order_of_visits",
    "together",
    "pinned",
    "senior",
    "nobody",
    "once_a_day",
    "must_do",
  ]),
  visitId: Id.nullable(),
  crewId: Id.nullable(),
  /** The skill that lacks, the minutes too late, the other visit: what the sentence needs. */
  detail: z.string(),
});
export type RuleBreach = z.infer<typeof RuleBreach>;

export const PlanVisit = z.object({
  id: Id,
  number: z.string(),
  orderId: Id,
  orderNumber: z.string(),
  businessEntity: z.string(),
  customerName: z.string(),
  place: z.string().nullable(),
  postalCode: z.string().nullable(),
  latitude: z.number(),
  longitude: z.number(),
  kind: VisitKind,
  status: VisitStatusName,
  minutes: z.int(),
  skills: z.array(z.string()),
  priority: z.int(),
  mustDo: z.boolean(),
  wishedPart: z.string().nullable(),
  linkedToId: Id.nullable(),
  linkKind: z.string().nullable(),
  /** The customer knows day and part. */
  isFirm: z.boolean(),
  /** Under way or done: nobody moves it any more. */
  isLocked: z.boolean(),
  /** Where it stands in this plan. */
  at: PlanPlace.nullable(),
  /** Minute of the day at which the work is done, lunch within it included. */
  ends: z.int().nullable(),
  /** Driving minutes to it, waiting included in `at.start`. */
  travelMinutes: z.int().nullable(),
  /** Where it stands for everybody else, until the plan is published. */
  inForce: PlanPlace.nullable(),
  isChanged: z.boolean(),
  terms: z.array(CostTerm),
  /** What is broken where it stands, or, unplanned, why it has no place. */
  breaches: z.array(RuleBreach),
});
export type PlanVisit = z.infer<typeof PlanVisit>;

/** One crew on one day of a plan. */
export const PlanDay = z.object({
  crewId: Id,
  on: Day,
  name: z.string(),
  vanId: Id,
  van: z.string(),
  depotName: z.string(),
  members: z.array(
    z.object({
      id: Id,
      name: z.string(),
      firstName: z.string(),
      isAbsent: z.boolean(),
      /** Goes with another crew, or with none, until the plan is published. */
      isMoved: z.boolean(),
    }),
  ),
  /** How the crew is made for everybody else, where this plan makes it otherwise. */
  crewInForce: z.object({ members: z.array(z.string()), van: z.string(), depotName: z.string() }).nullable(),
  /** Only this draft has the crew, until it is published. */
  isNew: z.boolean(),
  skills: z.array(z.string()),
  /** Minutes of the day. */
  opens: z.int(),
  closes: z.int(),
  /** When work and driving stand still: lunch, and times at which somebody of the crew is away. */
  idle: z.array(z.object({ why: z.enum(["lunch", "away"]), from: z.int(), until: z.int() })),
  maxJobs: z.int().nullable(),
  latitude: z.number(),
  longitude: z.number(),
  endLatitude: z.number(),
  endLongitude: z.number(),
  visitIds: z.array(Id),
  backAt: z.int(),
  travelMinutes: z.int(),
  workMinutes: z.int(),
  overtimeMinutes: z.int(),
  terms: z.array(CostTerm),
  breaches: z.array(RuleBreach),
});
export type PlanDay = z.infer<typeof PlanDay>;

export const PlanScore = z.object({
  /** Sum of all terms, in twentieths of a minute of driving. */
  total: z.int(),
  visits: z.int(),
  planned: z.int(),
  priorityPlanned: z.int(),
  priorityAll: z.int(),
  travelMinutes: z.int(),
  overtimeMinutes: z.int(),
  breaches: z.int(),
  /** Visits that go elsewhere than in force, and customers who know of a time that changes. */
  moved: z.int(),
  customersToCall: z.int(),
  /** Crews that are made otherwise than in force. */
  crewsChanged: z.int(),
});
export type PlanScore = z.infer<typeof PlanScore>;

export const PlanRow = z.object({
  id: Id,
  name: z.string(),
  from: Day,
  until: Day,
  status: z.enum(["draft", "published", "discarded"]),
  revision: z.int(),
  madeBy: z.string(),
  createdAt: Instant,
  updatedAt: Instant,
  /** Number of visits that stand elsewhere than in force, also because their crew does not go out any more. */
  changes: z.int(),
  /** A way to mend the plan after something happened; `null` is a planner's own draft. */
  repair: z
    .object({
      what: z.enum(["ill", "van_broken", "overrun", "no_show", "emergency"]),
      way: z.enum(["least_disruption", "balanced", "least_travel"]),
    })
    .nullable(),
});
export type PlanRow = z.infer<typeof PlanRow>;

/** A draft that was made the plan in force, and how many visits and crews it changed. */
export const Publication = PlanRow.pick({
  id: true,
  name: true,
  from: true,
  until: true,
  repair: true,
}).extend({
  publishedAt: Instant,
  publishedBy: z.string(),
  visits: z.int(),
  crews: z.int(),
});
export type Publication = z.infer<typeof Publication>;

/** Why a run failed; the screen has the sentence, and what nobody foresaw stands in the log. */
export const RunProblem = z.enum([
  "process_lost",
  "plan_closed",
  "crews_moved",
  "past_midnight",
  "unforeseen",
]);
export type RunProblem = z.infer<typeof RunProblem>;

export const PlanRun = z.object({
  id: Id,
  planId: Id,
  status: z.enum(["running", "done", "stopped", "failed"]),
  scope: z.enum(["all", "selection", "rest"]),
  /** Forms crews as well. */
  formsCrews: z.boolean(),
  /** How long it may take, and how far it is. */
  seconds: z.number(),
  secondsPassed: z.number(),
  steps: z.int(),
  visitsPlanned: z.int(),
  visitsAll: z.int(),
  /** In twentieths of a minute of driving. */
  cost: z.int(),
  startedBy: z.string(),
  startedAt: Instant,
  problem: RunProblem.nullable(),
});
export type PlanRun = z.infer<typeof PlanRun>;

/** A crew that has visits in force and does not go out: nobody is on it who is there, or its van is not. */
export const CrewOut = z.object({ id: Id, name: z.string(), on: Day, why: z.enum(["nobody", "van"]) });
export type CrewOut = z.infer<typeof CrewOut>;

/** The plan with everything on it. */
export const PlanBoard = PlanRow.extend({
  score: PlanScore,
  days: z.array(PlanDay),
  visits: z.array(PlanVisit),
  /** Crews whose visits stand nowhere in this plan, unless it has them elsewhere; publishing takes them off their day. */
  crewsOut: z.array(CrewOut),
  /** Crews that came with what this plan takes back, and go once it is published. */
  crewsThatGo: z.array(z.object({ id: Id, name: z.string(), on: Day })),
  /** The last step that can be undone, and the last undone one. */
  undo: z.object({ kind: z.string(), madeBy: z.string(), count: z.int() }).nullable(),
  redo: z.object({ kind: z.string(), madeBy: z.string(), count: z.int() }).nullable(),
  run: PlanRun.nullable(),
});
export type PlanBoard = z.infer<typeof PlanBoard>;

/** What a change did: only what became different. */
export const PlanChange = z.object({
  revision: z.int(),
  score: PlanScore,
  days: z.array(PlanDay),
  /** Crews of the draft's own that are not there any more. */
  gone: z.array(Id),
  visits: z.array(PlanVisit),
  undo: PlanBoard.shape.undo,
  redo: PlanBoard.shape.redo,
});
export type PlanChange = z.infer<typeof PlanChange>;

/** A place a visit could go, with what it would cost more and what it would break. */
export const PossiblePlace = z.object({
  crewId: Id,
  crewName: z.string(),
  on: Day,
  part: PlanPlace.shape.part,
  start: z.int(),
  /** The visit it comes after; none is first of the day. */
  afterId: Id.nullable(),
  cost: z.int(),
  terms: z.array(CostTerm),
});
export type PossiblePlace = z.infer<typeof PossiblePlace>;

/** What happened that a plan has to be mended for. */
export const Disruption = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("ill"), mechanicId: Id, from: Day, until: Day }),
  z.object({ kind: z.literal("van_broken"), vanId: Id, from: Day, until: Day }),
  z.object({ kind: z.literal("overrun"), visitId: Id, minutes: z.int().min(5).max(600) }),
  z.object({ kind: z.literal("no_show"), visitId: Id }),
  z.object({ kind: z.literal("emergency"), visitId: Id, on: Day }),
]);
export type Disruption = z.infer<typeof Disruption>;

/** One way to mend a plan: what moves, and who is told what. */
export const Repair = z.object({
  planId: Id,
  kind: z.enum(["least_disruption", "balanced", "least_travel"]),
  score: PlanScore,
  moves: z.array(
    z.object({
      visitId: Id,
      number: z.string(),
      customerName: z.string(),
      from: PlanPlace.nullable(),
      to: PlanPlace.nullable(),
      /** What the customer is told; `nothing` when day and part stay. */
      tells: z.enum(["nothing", "first_time", "new_time", "new_day", "no_time"]),
    }),
  ),
});
export type Repair = z.infer<typeof Repair>;
