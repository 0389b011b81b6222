import { z } from "zod";
import { event } from "#platform";

const visit = { id: z.string(), orderId: z.string(), number: z.string() };
const moment = { on: z.string(), part: z.string() };

/** An order needs somebody to come; the visit waits for a time. */
export const visitMade = event("planning/visit-made", z.object({ ...visit, kind: z.string() }));

/** A planner said what a visit asks of a plan. */
export const visitWishesChanged = event("planning/visit-wishes-changed", z.object(visit));

/** A visit has its day and crew. */
export const visitScheduled = event(
  "planning/visit-scheduled",
  z.object({ ...visit, ...moment, crewName: z.string(), crewId: z.string(), businessEntity: z.string() }),
);

/** A visit went to another day, half day or crew. */
export const visitMoved = event(
  "planning/visit-moved",
  z.object({
    ...visit,
    ...moment,
    crewName: z.string(),
    crewId: z.string(),
    formerOn: z.string(),
    formerPart: z.string(),
    formerCrewId: z.string().nullish(),
    reason: z.string().nullable(),
  }),
);

/** A visit was taken off its day and waits for a new time. */
export const visitFreed = event(
  "planning/visit-freed",
  z.object({
    ...visit,
    reason: z.string(),
    formerOn: z.string().nullish(),
    formerPart: z.string().nullish(),
    formerCrewId: z.string().nullish(),
  }),
);

export const visitCancelled = event(
  "planning/visit-cancelled",
  z.object({
    ...visit,
    reason: z.string(),
    formerOn: z.string().nullish(),
    formerPart: z.string().nullish(),
    formerCrewId: z.string().nullish(),
  }),
);

/** The crew is on its way, has arrived, or has begun. */
export const visitUnderWay = event("planning/visit-under-way", z.object({ ...visit, status: z.string() }));

/** The crew is done: completely, or partly so that another visit follows. */
export const visitEnded = event(
  "planning/visit-ended",
  z.object({ ...visit, status: z.string(), minutes: z.number(), reason: z.string().nullable() }),
);
