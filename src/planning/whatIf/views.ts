import { z } from "zod";
import { Day, filledText, Id, Instant } from "#platform/contract";

const days = z.array(Day).min(1).max(7);

/** Something that is different in a week. */
export const WhatIfChange = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("add_crew"),
    depotId: Id,
    skills: z.array(filledText(60)).max(20),
    days,
  }),
  /** The crews of that week's Friday work on Saturday too: so many of them. */
  z.object({ kind: z.literal("open_saturday"), crews: z.int().min(1).max(100) }),
  z.object({ kind: z.literal("lose_van"), vanId: Id, days }),
  z.object({ kind: z.literal("away"), mechanicId: Id, days }),
  /** Every crew stays longer by so many minutes. */
  z.object({ kind: z.literal("longer"), minutes: z.int().min(15).max(180) }),
]);
export type WhatIfChange = z.infer<typeof WhatIfChange>;

/** How a week comes out. */
export const WhatIfSide = z.object({
  crewDays: z.int(),
  planned: z.int(),
  unplanned: z.int(),
  workMinutes: z.int(),
  travelMinutes: z.int(),
  overtimeMinutes: z.int(),
  /** All cost terms of the plan, in minutes of driving. */
  cost: z.int(),
});
export type WhatIfSide = z.infer<typeof WhatIfSide>;

export const WhatIfVisit = z.object({
  id: Id,
  number: z.string(),
  orderId: Id,
  customerName: z.string(),
  place: z.string().nullable(),
  minutes: z.int(),
  /** Its day on the side where it is planned. */
  on: Day,
  /** The customer knows of a day already. */
  isFirm: z.boolean(),
});
export type WhatIfVisit = z.infer<typeof WhatIfVisit>;

export const WhatIfResult = z.object({
  asIs: WhatIfSide,
  changed: WhatIfSide,
  /** Visits that get a place by the changes, and visits that lose theirs. */
  wins: z.array(WhatIfVisit),
  loses: z.array(WhatIfVisit),
});
export type WhatIfResult = z.infer<typeof WhatIfResult>;

export const WhatIfView = z.object({
  id: Id,
  week: Day,
  changes: z.array(WhatIfChange),
  status: z.enum(["running", "done", "failed"]),
  result: WhatIfResult.nullable(),
  problem: z.string().nullable(),
  madeBy: z.string(),
  madeAt: Instant,
});
export type WhatIfView = z.infer<typeof WhatIfView>;
