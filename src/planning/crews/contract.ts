import { z } from "zod";
import { Day, Done, endpoint, filledText, Id, TimeOfDay } from "#platform/contract";
import { VisitRow } from "../visits/views.ts";
import { CrewCard, CrewDayView, CrewFacts, CrewPlace, CrewWeek, Skipped } from "./views.ts";

const crewId = z.object({ crewId: Id });
const changes = z.object({
  name: filledText(60),
  vanId: Id,
  mechanicIds: z.array(Id).max(3),
  startsAt: TimeOfDay,
  endsAt: TimeOfDay,
  maxJobs: z.int().min(1).max(20).nullable(),
  start: CrewPlace,
  end: CrewPlace.nullable(),
});
const despite = z.boolean().default(false);

/** Crews of a day: who goes with whom, in which van. */
export const crewCalls = {
  week: endpoint({
    name: "planning.week",
    summary: "Crews of some days with what stands on them",
    method: "GET",
    path: "/planning/week",
    doors: ["office"],
    query: z.object({ from: Day, until: Day }),
    response: z.object({ crews: z.array(CrewDayView), visits: z.array(VisitRow) }),
  }),
  crewWeek: endpoint({
    name: "planning.crewWeek",
    summary: "Everybody on some days: on which crew, free, off or away",
    method: "GET",
    path: "/planning/crew-week",
    doors: ["office"],
    query: z.object({ from: Day, until: Day }),
    response: CrewWeek,
  }),
  makeCrew: endpoint({
    name: "planning.makeCrew",
    summary: "Make a crew for a day; with the id of a removed one it is put back",
    method: "POST",
    path: "/crews",
    doors: ["office"],
    body: changes
      .partial()
      .required({ name: true, vanId: true })
      .extend({ id: Id.optional(), on: Day, mechanicIds: z.array(Id).min(1).max(3), despite }),
    response: CrewCard,
    status: 201,
  }),
  changeCrew: endpoint({
    name: "planning.changeCrew",
    summary: "Change people, van, hours or places of a crew; answers with how it was, to put it back",
    method: "PATCH",
    path: "/crews/:crewId",
    doors: ["office"],
    params: crewId,
    /** `was` is what one began from; refused when it is something else by now. */
    body: changes.partial().extend({ was: changes.partial().optional(), despite }),
    response: z.object({ crew: CrewCard, before: CrewFacts }),
  }),
  assignMechanic: endpoint({
    name: "planning.assignMechanic",
    summary: "Put somebody on a crew, off another one of that day if need be; without a crew off it",
    method: "POST",
    path: "/planning/assign",
    doors: ["office"],
    body: z.object({ mechanicId: Id, on: Day, crewId: Id.nullable(), despite }),
    response: z.object({ formerCrewId: Id.nullable(), crews: z.array(CrewCard) }),
  }),
  removeCrews: endpoint({
    name: "planning.removeCrews",
    summary: "Take crews without visits away; answers with how they were, to put them back",
    method: "POST",
    path: "/crews/remove",
    doors: ["office"],
    body: z.object({ crewIds: z.array(Id).min(1).max(400) }),
    response: z.object({ removed: z.array(CrewFacts) }),
  }),
  fillCrews: endpoint({
    name: "planning.fillCrews",
    summary: "Make crews as in a template, as yesterday or as last week; tells whom and what it left out",
    method: "POST",
    path: "/planning/fill-crews",
    doors: ["office"],
    body: z.object({
      from: Day,
      until: Day,
      like: z.discriminatedUnion("kind", [
        z.object({ kind: z.literal("template"), templateId: Id }),
        z.object({ kind: z.literal("yesterday") }),
        z.object({ kind: z.literal("last_week") }),
      ]),
    }),
    response: z.object({
      made: z.array(z.object({ id: Id, on: Day, name: z.string() })),
      skipped: z.array(Skipped),
    }),
  }),
  crewTemplates: endpoint({
    name: "planning.crewTemplates",
    summary: "The templates crews are made from",
    method: "GET",
    path: "/crew-templates",
    doors: ["office"],
    response: z.object({ rows: z.array(z.object({ id: Id, name: z.string(), crews: z.int() })) }),
  }),
  saveTemplate: endpoint({
    name: "planning.saveTemplate",
    summary: "Keep the crews of a week under a name; the same name again replaces it",
    method: "POST",
    path: "/crew-templates",
    doors: ["office"],
    body: z.object({ name: filledText(60), weekOf: Day }),
    response: z.object({ id: Id, name: z.string(), crews: z.int() }),
    status: 201,
  }),
  removeTemplate: endpoint({
    name: "planning.removeTemplate",
    summary: "Take a template away; crews made from it stay",
    method: "DELETE",
    path: "/crew-templates/:templateId",
    doors: ["office"],
    params: z.object({ templateId: Id }),
    response: Done,
  }),
};
