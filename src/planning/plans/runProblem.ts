import { Problem, type Work } from "#platform";
import type { RunProblem } from "./views.ts";

const foreseen: Readonly<Record<string, RunProblem>> = {
  "planning/plan-closed": "plan_closed",
  "planning/plan-crews-moved-meanwhile": "crews_moved",
  "planning/day-past-midnight": "past_midnight",
};

/** Why a run failed, as people are told; what nobody foresaw keeps its own words in the log. */
export const runProblemOf = (
  { services }: Pick<Work, "services">,
  error: unknown,
  during: string,
): RunProblem => {
  const known = error instanceof Problem ? foreseen[error.type] : undefined;
  if (!known) services.logError?.(error, during);
  return known ?? "unforeseen";
};
