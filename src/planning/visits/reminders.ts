import { z } from "zod";
import { type JobKind, job } from "#platform";
import { appointmentReminder, mailAboutVisit } from "./mails.ts";
import { visits } from "./visitStore.ts";

/** Reminds the customer two days ahead, unless the visit has another time by then. */
export const remindOfVisit: JobKind<{ visitId: string; on: string; part: string }> = job(
  "planning/remind-of-visit",
  z.object({ visitId: z.string(), on: z.string(), part: z.string() }),
  async (work, { visitId, on, part }) => {
    const visit = await visits.byId(work.tx, visitId);
    if (visit.status !== "scheduled" || visit.onDay !== on || visit.dayPart !== part) return;
    await mailAboutVisit(work, appointmentReminder, visit, {
      key: `remind:${visitId}:${on}:${part}`,
    });
  },
);
