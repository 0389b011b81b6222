import { problem } from "#platform";
import type { RuleBreach } from "./views.ts";

export const planClosed = problem<{ current: string }>(
  "planning/plan-closed",
  409,
  "This plan is no draft any more",
);
export const planMoved = problem<{ visits: { id: string; number: string; madeBy: string | null }[] }>(
  "planning/plan-moved-meanwhile",
  409,
  "Somebody else moved these visits meanwhile; look again",
);
export const planCrewsMoved = problem<{ crews: string[] }>(
  "planning/plan-crews-moved-meanwhile",
  409,
  "Somebody else changed these crews meanwhile; look again",
);
export const visitLocked = problem<{ numbers: string[] }>(
  "planning/visit-under-way",
  409,
  "These visits are under way or done and stay where they are",
);
export const notInPlan = problem<{ ids: string[] }>(
  "planning/not-in-this-plan",
  422,
  "These visits or crews do not belong to the days of this plan",
);
export const appointmentNotBegun = problem<{ on: string; from: string }>(
  "planning/appointment-not-begun",
  409,
  "Nobody was away before the appointment has begun",
);
export const nothingToUndo = problem("planning/nothing-to-undo", 409, "There is nothing to take back");
export const notPublished = problem("planning/plan-not-published", 409, "This plan was never published");
export const nothingToTakeBack = problem(
  "planning/nothing-to-take-back",
  409,
  "All that this plan changed stands otherwise by now, is under way or is over",
);
export const planIsSolving = problem(
  "planning/plan-is-being-optimised",
  409,
  "The optimiser is at work already",
);
export const planRuleBreaches = problem<{ breaches: RuleBreach[] }>(
  "planning/plan-breaks-rules",
  409,
  "This plan breaks rules; publish it despite that, or mend it",
);
