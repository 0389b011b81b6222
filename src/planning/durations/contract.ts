import { z } from "zod";
import { endpoint, Instant } from "#platform/contract";

/** Visits of one kind that were done, on average: what was expected of them, and what they took. */
export const KindDurations = z.object({
  kind: z.string(),
  visits: z.int(),
  plannedMinutes: z.int(),
  ruleMinutes: z.int(),
  /** What was learned would say; nothing before anything was. */
  learnedMinutes: z.int().nullable(),
  actualMinutes: z.int(),
  /** Visits that took at most a quarter longer or shorter than planned, in hundredths. */
  asPlanned: z.int(),
});
export type KindDurations = z.infer<typeof KindDurations>;

export const durationCalls = {
  durations: endpoint({
    name: "planning.durations",
    summary:
      "How well the length of visits is known: the rule, what was learned, and which of the two is used",
    method: "GET",
    path: "/planning/durations",
    doors: ["office"],
    response: z.object({
      /** Nothing was learned yet without visits that were done. */
      learned: z
        .object({
          madeAt: Instant,
          visits: z.int(),
          /** Mean error in minutes over visits later than those learned from. */
          ruleError: z.number(),
          modelError: z.number(),
          isUsed: z.boolean(),
        })
        .nullable(),
      /** Visits it takes before what was learned is judged at all. */
      fewest: z.int(),
      /** The newest visits that were done, by kind of work, the most frequent first. */
      kinds: z.array(KindDurations),
    }),
  }),
};
