import { z } from "zod";
import { Day, filledText, Id, Instant } from "#platform/contract";
import { CapacityRegion } from "../capacity/views.ts";
import { MechanicLevel } from "../people/views.ts";

const days = z.array(Day).min(1).max(7);
const skills = z.array(filledText(60)).max(20);

/** Work that counts beside what was agreed on. */
export const WhatIfMore = z.enum(["quoted", "expected"]);
export type WhatIfMore = z.infer<typeof WhatIfMore>;

/** What a visit is: with a time, without one, of a quote, or of what no order tells of yet. */
export const WhatIfWork = z.enum(["booked", "waiting", "quoted", "expected"]);
export type WhatIfWork = z.infer<typeof WhatIfWork>;

/** Something that is different in a week. */
export const WhatIfChange = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("add_crew"),
    depotId: Id,
    skills,
    days,
  }),
  /** As many crews like that as it takes until another one brings no visit more. */
  z.object({ kind: z.literal("enough_crews"), depotId: Id, skills, days }),
  /** Somebody more from that day on; with a van that stands still when the level allows to go alone. */
  z.object({ kind: z.literal("hire"), depotId: Id, skills, level: MechanicLevel, from: Day }),
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
  /** The visits by what they are. */
  byWork: z.array(z.object({ work: WhatIfWork, planned: z.int(), unplanned: z.int() })),
});
export type WhatIfSide = z.infer<typeof WhatIfSide>;

export const WhatIfVisit = z.object({
  /** Of the visit; visits that are not made yet have one of their own. */
  id: z.string(),
  work: WhatIfWork,
  /** Empty, and no order, for what is to be expected. */
  number: z.string(),
  orderId: Id.nullable(),
  customerName: z.string(),
  place: z.string().nullable(),
  region: CapacityRegion.nullable(),
  minutes: z.int(),
  /** Its day on the side where it is planned. */
  on: Day,
  /** The customer knows of a day already. */
  isFirm: z.boolean(),
});
export type WhatIfVisit = z.infer<typeof WhatIfVisit>;

/** Visits that were drawn to stand for work that may come. */
export const WhatIfDrawn = z.object({
  kind: z.enum(["waiting", "quoted", "expected"]),
  /** What they were drawn from, and how many visits of it the week is expected to see. */
  candidates: z.int(),
  expected: z.number(),
  visits: z.int(),
  minutes: z.int(),
});
export type WhatIfDrawn = z.infer<typeof WhatIfDrawn>;

export const WhatIfResult = z.object({
  drawn: z.array(WhatIfDrawn),
  /** Crews of days on which none was made yet, by the template or earlier weeks. */
  expectedCrewDays: z.int(),
  /** When it was asked how many crews are needed: how many more, at most 15. */
  crewsNeeded: z.int().nullable(),
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
  work: z.array(WhatIfMore),
  status: z.enum(["running", "done", "failed"]),
  result: WhatIfResult.nullable(),
  /** Why it failed; the words of it stand in the log. */
  problem: z.enum(["unforeseen"]).nullable(),
  madeBy: z.string(),
  madeAt: Instant,
});
export type WhatIfView = z.infer<typeof WhatIfView>;
