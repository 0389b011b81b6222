import type { z } from "zod";
import type { Instant } from "../contract/index.ts";
import type { Work } from "../work.ts";

export interface Scheduled {
  kind: string;
  payload: unknown;
  at?: Instant | undefined;
  key?: string | undefined;
  orderId?: string | null | undefined;
  /** In which trace it was asked for, where traces are kept. */
  traceparent?: string;
}

/** How work outside ended. */
export type Outcome<T> = { value: T } | { error: unknown };

/** What a job does outside, without a transaction, and what is written when that is over, whichever way it went. */
export interface Outside<T = unknown> {
  does: () => Promise<T>;
  settle: (work: Work, outcome: Outcome<T>) => Promise<void>;
}

/** What a job gives back when it has to reach outside: a partner, a mail server, a bank. */
export const outside = <T>(does: Outside<T>["does"], settle: Outside<T>["settle"]): Outside =>
  ({ does, settle }) as Outside;

export interface JobKind<P = unknown> {
  (payload: P, when?: { at?: Instant; key?: string; orderId?: string | null }): Scheduled;
  kind: string;
  attempts: number;
  lease: string | undefined;
  run: (work: Work, payload: unknown) => Promise<Outside | void>;
}

/**
 * Declares work for later or elsewhere, such as `messaging/send-mail`. It runs in a transaction; when it throws, it is
 * tried again with growing pauses (1, 2, 4 … minutes, at most an hour), and after `attempts` it waits as *dead* for a person.
 * A job given a `key` that is already waiting is not added again.
 *
 * A job that calls somebody gives `outside(…)` back: its transaction ends, the call is made, and what came of it is written in a
 * second one. Meanwhile it is claimed for `lease`; when the process dies, another does it again after that. Effects
 * outside carry a key of their own, because a job may run twice.
 */
export const job = <P>(
  kind: string,
  schema: z.ZodType<P>,
  run: (work: Work, payload: P) => Promise<Outside | void>,
  { attempts = 8, lease }: { attempts?: number; lease?: string } = {},
): JobKind<P> =>
  Object.assign(
    (payload: P, when: { at?: Instant; key?: string; orderId?: string | null } = {}): Scheduled => ({
      kind,
      payload,
      ...when,
    }),
    { kind, attempts, lease, run: (work: Work, payload: unknown) => run(work, schema.parse(payload)) },
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
