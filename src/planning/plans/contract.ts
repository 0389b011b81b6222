import { z } from "zod";
import { Day, endpoint, filledText, Id, text } from "#platform/contract";
import { CrewMove } from "./crews/views.ts";
import {
  Disruption,
  PlanBoard,
  PlanChange,
  PlanPlace,
  PlanRow,
  PlanRun,
  PossiblePlace,
  Publication,
  Repair,
} from "./views.ts";

const planId = z.object({ planId: Id });
const office = ["office"] as const;

/** Where a visit goes: to a crew's day after a visit there, or at the best place of it; or off the plan. */
const Target = z
  .object({
    crewId: Id,
    /** The visit it comes after, `null` for first of the day; left out: where it costs least. */
    afterId: Id.nullable().optional(),
    /** Pinned to this minute of the day. */
    start: z.int().min(0).max(1439).optional(),
    /** Promised part of the day; left out: by the time at which it starts, or as promised. */
    part: PlanPlace.shape.part.optional(),
  })
  .nullable();

export const planCalls = {
  plans: endpoint({
    name: "planning.plans",
    summary: "Drafts of plans that touch some days, newest first",
    method: "GET",
    path: "/plans",
    doors: [...office],
    query: z.object({ from: Day, until: Day }),
    response: z.object({ rows: z.array(PlanRow) }),
  }),
  plan: endpoint({
    name: "planning.plan",
    summary: "A plan: crews, visits, times, what each place costs and which rules are broken",
    method: "GET",
    path: "/plans/:planId",
    doors: [...office],
    params: planId,
    response: PlanBoard,
  }),
  makePlan: endpoint({
    name: "planning.makePlan",
    summary: "Begin a draft for some days, from what is in force or as a copy of another draft",
    method: "POST",
    path: "/plans",
    doors: [...office],
    body: z.object({
      from: Day,
      until: Day,
      name: text(80).optional(),
      copyOf: Id.optional(),
    }),
    response: PlanRow,
    status: 201,
  }),
  changePlan: endpoint({
    name: "planning.changePlan",
    summary: "Move visits in a draft; refused with what changed when somebody else moved them meanwhile",
    method: "POST",
    path: "/plans/:planId/changes",
    doors: [...office],
    params: planId,
    body: z.object({
      moves: z
        .array(
          z.object({
            visitId: Id,
            /** Where the visit stood on the screen: a move is refused when it stands elsewhere by now. */
            from: PlanPlace.nullable(),
            to: Target,
          }),
        )
        .min(1)
        .max(500),
    }),
    response: PlanChange,
  }),
  changePlanCrews: endpoint({
    name: "planning.changePlanCrews",
    summary:
      "Let a person, van or depot go with another crew in a draft; crews in force stay until it is published",
    method: "POST",
    path: "/plans/:planId/crews",
    doors: [...office],
    params: planId,
    body: z.object({ move: CrewMove }),
    response: PlanChange,
  }),
  pinVisits: endpoint({
    name: "planning.pinVisits",
    summary: "Pin visits where they stand in a draft, or let them go",
    method: "POST",
    path: "/plans/:planId/pins",
    doors: [...office],
    params: planId,
    body: z.object({ visitIds: z.array(Id).min(1).max(500), isPinned: z.boolean() }),
    response: PlanChange,
  }),
  undoPlan: endpoint({
    name: "planning.undoPlan",
    summary: "Take the last step back, whoever made it; refused when what it moved was moved again",
    method: "POST",
    path: "/plans/:planId/undo",
    doors: [...office],
    params: planId,
    response: PlanChange,
  }),
  redoPlan: endpoint({
    name: "planning.redoPlan",
    summary: "Make the step that was taken back again",
    method: "POST",
    path: "/plans/:planId/redo",
    doors: [...office],
    params: planId,
    response: PlanChange,
  }),
  placesFor: endpoint({
    name: "planning.placesFor",
    summary: "Places for a visit in a draft that break no rule, cheapest first",
    method: "GET",
    path: "/plans/:planId/visits/:visitId/places",
    doors: [...office],
    params: z.object({ planId: Id, visitId: Id }),
    response: z.object({ places: z.array(PossiblePlace) }),
  }),
  optimisePlan: endpoint({
    name: "planning.optimisePlan",
    summary: "Let the optimiser plan all visits, a selection, or what has no place yet",
    method: "POST",
    path: "/plans/:planId/optimise",
    doors: [...office],
    params: planId,
    body: z.object({
      scope: z.enum(["all", "selection", "rest"]),
      visitIds: z.array(Id).max(2000).default([]),
      seconds: z.number().min(1).max(120).default(10),
      /** Form crews as well: who works with whom on each day. */
      formCrews: z.boolean().default(false),
    }),
    response: PlanRun,
    status: 202,
  }),
  planRun: endpoint({
    name: "planning.planRun",
    summary: "How far the optimiser is",
    method: "GET",
    path: "/plan-runs/:runId",
    doors: [...office],
    params: z.object({ runId: Id }),
    response: PlanRun,
  }),
  stopRun: endpoint({
    name: "planning.stopRun",
    summary: "Good enough: the optimiser stops and its best plan so far is taken",
    method: "POST",
    path: "/plan-runs/:runId/stop",
    doors: [...office],
    params: z.object({ runId: Id }),
    response: PlanRun,
  }),
  publishPlan: endpoint({
    name: "planning.publishPlan",
    summary: "Make a draft the plan in force; customers whose day or part of the day changes are told",
    method: "POST",
    path: "/plans/:planId/publish",
    doors: [...office],
    params: planId,
    body: z.object({
      /** Told to customers whose known time changes; compulsory when there are any. */
      reason: text(500).optional(),
      /** Publish although rules are broken. */
      despite: z.boolean().default(false),
    }),
    response: z.object({ planned: z.int(), moved: z.int(), freed: z.int(), told: z.int(), crews: z.int() }),
  }),
  publications: endpoint({
    name: "planning.publications",
    summary: "What was published lately for some days, newest first",
    method: "GET",
    path: "/plan-publications",
    doors: [...office],
    query: z.object({ from: Day, until: Day }),
    response: z.object({ rows: z.array(Publication) }),
  }),
  takeBackPlan: endpoint({
    name: "planning.takeBackPlan",
    summary:
      "Begin a draft in which all that a publication changed stands as before; what changed since, is under way or over stays",
    method: "POST",
    path: "/plans/:planId/take-back",
    doors: [...office],
    params: planId,
    body: z.object({ name: text(80).optional() }),
    response: z.object({
      plan: PlanRow,
      /** A draft of somebody who was earlier; nothing in it was changed. */
      isThereAlready: z.boolean(),
      /** How many visits go back, and the numbers of those that stay. */
      back: z.int(),
      stay: z.array(z.string()),
      /** How many crews are made as before, and how many stay as they are. */
      crews: z.int(),
      crewsStay: z.int(),
    }),
    status: 201,
  }),
  discardPlan: endpoint({
    name: "planning.discardPlan",
    summary: "Throw a draft away",
    method: "POST",
    path: "/plans/:planId/discard",
    doors: [...office],
    params: planId,
    response: PlanRow,
  }),
  renamePlan: endpoint({
    name: "planning.renamePlan",
    summary: "Give a draft another name",
    method: "PATCH",
    path: "/plans/:planId",
    doors: [...office],
    params: planId,
    body: z.object({ name: filledText(80) }),
    response: PlanRow,
  }),
  repair: endpoint({
    name: "planning.repair",
    summary: "Somebody is ill, a van is broken, work runs over: up to three drafts that mend the plan",
    method: "POST",
    path: "/plans/repairs",
    doors: [...office],
    body: z.object({ what: Disruption }),
    response: z.object({ repairs: z.array(Repair) }),
    status: 201,
  }),
  takeRepair: endpoint({
    name: "planning.takeRepair",
    summary: "Take a way to mend that was offered: it joins the list of plans, the others go away",
    method: "POST",
    path: "/plans/:planId/take",
    doors: [...office],
    params: planId,
    body: z.object({ others: z.array(Id).max(10).default([]) }),
    response: PlanRow,
  }),
};
