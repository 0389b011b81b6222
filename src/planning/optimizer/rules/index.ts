import type { DrivenDay } from "../drive.ts";
import type { PlanProblem } from "../model.ts";
import { maxJobs } from "./maxJobs.ts";
import { mustDo } from "./mustDo.ts";
import { nobody } from "./nobody.ts";
import { onceADay } from "./onceADay.ts";
import { orderOfVisits } from "./orderOfVisits.ts";
import { pinned } from "./pinned.ts";
import type { Breach, DayRule, PlanRule } from "./rule.ts";
import { senior } from "./senior.ts";
import { shift } from "./shift.ts";
import { skills } from "./skills.ts";
import { together } from "./together.ts";
import { vanStock } from "./vanStock.ts";
import { window } from "./window.ts";

export type { Breach } from "./rule.ts";

/** Rules of a single day, and of the plan as a whole. */
export const dayRules: readonly DayRule[] = [
  skills,
  window,
  shift,
  maxJobs,
  vanStock,
  pinned,
  senior,
  nobody,
];
export const planRules: readonly PlanRule[] = [orderOfVisits, together, mustDo, onceADay];

/** Every rule that a plan breaks, whoever made it. */
export const breachesOf = (days: readonly DrivenDay[], problem: PlanProblem): Breach[] => [
  ...days.flatMap((day) => dayRules.flatMap((rule) => rule(day))),
  ...planRules.flatMap((rule) => rule(days, problem)),
];
