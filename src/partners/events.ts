import { z } from "zod";
import { event } from "#platform";

/** A webhook arrived, or was given up. */
export const webhookSettled = event(
  "partners/webhook-settled",
  z.object({ id: z.string(), orderId: z.string().nullable(), status: z.string() }),
);
