import type { z } from "zod";
import type { Instant } from "../contract/index.ts";
import type { Work } from "../work.ts";

export interface Scheduled {
  kind: string;
  payload: unknown;
  at?: Instant | undefined;
  key?: string | undefined;
  orderId?: string | null | undefined;
}

export interface JobKind<P = unknown> {
  (payload: P, when?: { at?: Instant; key?: string; orderId?: string | null }): Scheduled;
  kind: string;
  attempts: number;
  run: (work: Work, payload: unknown) => Promise<void>;
}

/**
 * Declares work for later or elsewhere, such as `messaging/send-mail`. It runs in a transaction; when it throws, it is
 * tried again with growing pauses (1, 2, 4 … minutes, at most an hour), and after `attempts` it waits as *dead* for a person.
 * A job given a `key` that is already waiting is not added again. Effects outside carry that key, because a job may run twice.
 */
export const job = <P>(
  kind: string,
  schema: z.ZodType<P>,
  run: (work: Work, payload: P) => Promise<void>,
  { attempts = 8 }: { attempts?: number } = {},
): JobKind<P> =>
  Object.assign(
    (payload: P, when: { at?: Instant; key?: string; orderId?: string | null } = {}): Scheduled => ({
      kind,
      payload,
      ...when,
    }),
    { kind, attempts, run: (work: Work, payload: unknown) => run(work, schema.parse(payload)) },
  );

export interface Recurring {
  name: string;
  /** Cron pattern in the house's zone, such as `0 7 * * 1-5`. */
  pattern: string;
  run: (work: Work) => Promise<void>;
}

/** Declares work that returns by the clock. */
export const recurring = (name: string, pattern: string, run: (work: Work) => Promise<void>): Recurring => ({
  name,
  pattern,
  run,
});
