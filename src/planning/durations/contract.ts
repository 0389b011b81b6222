import { z } from "zod";
import { endpoint, Instant } from "#platform/contract";

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
    }),
  }),
};
