import type { z } from "zod";
import type { Work } from "./work.ts";

type Payload = { orderId?: string | null | undefined; id?: string | undefined };

export interface EventKind<P extends Payload = Payload> {
  (payload: P): Announcement;
  eventName: string;
  schema: z.ZodType<P>;
}

/** Something that happened, told inside the transaction that caused it. */
export interface Announcement {
  name: string;
  payload: Payload;
  /** In which trace it happened, where traces are kept. */
  traceparent?: string;
}

/**
 * Declares an event: capability and past tense, such as `sales/quote-accepted`. What the next step needs is in it.
 * `orderId` and `id` (the record it is about) decide who sees it live.
 */
export const event = <P extends Payload>(name: string, schema: z.ZodType<P>): EventKind<P> =>
  Object.assign((payload: P): Announcement => ({ name, payload }), { eventName: name, schema });

/** What a listener knows of the event besides its payload. */
export interface Heard {
  eventId: number;
  at: string;
}

export interface Listener {
  /** Event name and what is done, such as `sales/quote-accepted > billing/prepare-invoices`. */
  name: string;
  eventName: string;
  run: (work: Work, payload: unknown, heard: Heard) => Promise<void>;
}

/**
 * Listens to an event. It runs in a transaction of its own after the commit, at least once; what it writes and the
 * mark that it ran are one transaction, so its effects in the database happen once.
 */
export const listen = <P extends Payload>(
  kind: EventKind<P>,
  does: string,
  run: (work: Work, payload: P, heard: Heard) => Promise<void>,
): Listener => ({
  name: `${kind.eventName} > ${does}`,
  eventName: kind.eventName,
  run: (work, payload, heard) => run(work, kind.schema.parse(payload), heard),
});
