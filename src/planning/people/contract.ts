import { z } from "zod";
import { Day, endpoint, Id, TimeOfDay } from "#platform/contract";
import { VisitRow } from "../visits/views.ts";

/** Mechanics and when they are away. */
export const peopleCalls = {
  mechanics: endpoint({
    name: "planning.mechanics",
    summary: "The mechanics",
    method: "GET",
    path: "/mechanics",
    doors: ["office"],
    response: z.object({
      rows: z.array(
        z.object({
          id: Id,
          code: z.string(),
          name: z.string(),
          level: z.string(),
          skills: z.array(z.string()),
        }),
      ),
    }),
  }),
  addAbsence: endpoint({
    name: "planning.addAbsence",
    summary: "Somebody is away, comes later or leaves earlier; answers with the visits this touches",
    method: "POST",
    path: "/absences",
    doors: ["office"],
    body: z.object({
      mechanicId: Id,
      fromOn: Day,
      untilOn: Day,
      kind: z.enum([
        "vacation",
        "sick_leave",
        "personal_day",
        "training_day",
        "company_event",
        "doctor_appointment",
        "family_emergency",
        "early_finish",
        "late_start",
        "other",
      ]),
      comesAt: TimeOfDay.optional(),
      leavesAt: TimeOfDay.optional(),
    }),
    response: z.object({ id: Id, visits: z.array(VisitRow) }),
    status: 201,
  }),
};
