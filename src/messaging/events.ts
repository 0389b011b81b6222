import { z } from "zod";
import { event } from "#platform";

const message = {
  id: z.string(),
  orderId: z.string().nullable(),
  template: z.string(),
  subject: z.string(),
};

/** A mail left the house, or was put in the on-screen outbox. */
export const mailSent = event("messaging/mail-sent", z.object(message));

/** A mail could not be delivered after all tries. */
export const mailFailed = event("messaging/mail-failed", z.object({ ...message, error: z.string() }));
