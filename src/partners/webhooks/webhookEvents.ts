import { z } from "zod";

/** What a partner can be told of. */
export const WebhookEvent = z.enum([
  "order.created",
  "order.status_changed",
  "quote.created",
  "quote.approved",
  "visit.scheduled",
  "order.completed",
]);
export type WebhookEvent = z.infer<typeof WebhookEvent>;
