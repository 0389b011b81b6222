import type { DrivenDay } from "../drive.ts";
import type { PlanProblem } from "../model.ts";

/** A rule that a plan breaks, as a plain fact. */
export interface Breach {
  rule:
    | "skills"
    | "window"
    | "shift"
    | "max_jobs"
    | "van_stock"
    | "order_of_visits"
    | "together"
    | "pinned"
    | "senior"
    | "nobody"
    | "once_a_day"
    | "must_do";
  visitId: string | null;
  crewId: string | null;
  detail: string;
}

/** Looks at one crew's day. */
export type DayRule = (day: DrivenDay) => Breach[];
/** Looks at the plan as a whole. */
export type PlanRule = (days: readonly DrivenDay[], problem: PlanProblem) => Breach[];
