import { z } from "zod";
import { event } from "#platform";

const workOrder = { id: z.string(), orderId: z.string(), visitId: z.string(), number: z.string() };

/** A work order moved on. */
export const workOrderMoved = event(
  "field/work-order-moved",
  z.object({ ...workOrder, from: z.string(), to: z.string() }),
);

/** The risks were looked at; `called_off` ends the job. */
export const lmraGiven = event(
  "field/lmra-given",
  z.object({ ...workOrder, outcome: z.string(), riskLevel: z.string() }),
);

/** The job was called off on the spot. */
export const workCalledOff = event("field/work-called-off", z.object({ ...workOrder, reason: z.string() }));

/** Work done, shown and signed for; with `isLast` nothing on the order waits for a crew any more. */
export const workCompleted = event(
  "field/work-completed",
  z.object({
    ...workOrder,
    signedName: z.string(),
    signedAt: z.string(),
    isLast: z.boolean(),
    hasDrawnSignature: z.boolean(),
    photos: z.number(),
  }),
);
