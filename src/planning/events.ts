import { z } from "zod";
import { event } from "#platform";

/** A crew of a day was made, changed or taken away. */
export const crewChanged = event(
  "planning/crew-changed",
  z.object({
    id: z.string(),
    on: z.string(),
    name: z.string(),
    what: z.enum(["made", "changed", "removed"]),
  }),
);

/** Something about people, vans, depots or the calendar changed. */
export const meansChanged = event(
  "planning/means-changed",
  z.object({ id: z.string().optional(), what: z.string() }),
);

/** A draft of a plan was made, changed, published or thrown away. */
export const planChanged = event("planning/plan-changed", z.object({ id: z.string(), what: z.string() }));

/** A plan became the plan in force. */
export const planPublished = event(
  "planning/plan-published",
  z.object({ id: z.string(), from: z.string(), until: z.string(), moved: z.number(), told: z.number() }),
);
