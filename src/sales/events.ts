import { z } from "zod";
import { event } from "#platform";

const record = { id: z.string(), orderId: z.string() };
const quote = { ...record, number: z.string(), version: z.number() };
const payer = { organizationId: z.string(), payerName: z.string() };

/** The customer got a personal link to the questions. */
export const intakeSent = event("sales/intake-sent", z.object({ ...record, again: z.boolean() }));

/** A reminder went out; the third is the last. */
export const intakeReminded = event("sales/intake-reminded", z.object({ ...record, reminder: z.number() }));

/** The questions are answered, and what follows from them is on the order. */
export const intakeCompleted = event(
  "sales/intake-completed",
  z.object({ ...record, by: z.string(), lines: z.number(), flags: z.array(z.string()) }),
);

export const quoteDrafted = event("sales/quote-drafted", z.object(quote));
export const quoteSent = event(
  "sales/quote-sent",
  z.object({ ...quote, grossCents: z.number(), payers: z.number() }),
);

/** One payer said yes to its own lines. */
export const quoteSigned = event(
  "sales/quote-signed",
  z.object({ ...quote, ...payer, method: z.string(), signed: z.number(), of: z.number() }),
);

/** Every payer signed; the order is free to be planned. */
export const quoteAccepted = event("sales/quote-accepted", z.object({ ...quote, grossCents: z.number() }));
export const quoteDeclined = event(
  "sales/quote-declined",
  z.object({ ...quote, ...payer, reason: z.string() }),
);
export const quoteRevisedEvent = event(
  "sales/quote-revised",
  z.object({ ...quote, reason: z.string().nullable() }),
);
export const quoteExpiredEvent = event("sales/quote-expired", z.object(quote));
