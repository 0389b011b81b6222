import { z } from "zod";
import { Day, endpoint } from "#platform/contract";
import { VisitRow } from "../visits/views.ts";
import { CrewDayView } from "./views.ts";

/** Crews of a day. */
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
};
