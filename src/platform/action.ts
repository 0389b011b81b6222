import type { Actor } from "./actor.ts";
import type { Endpoint, FieldProblem, OutputOf, ParsedOf, Problem } from "./contract/index.ts";
import { forbidden } from "./contract/index.ts";
import type { Db } from "./database/open.ts";
import type { Outcome } from "./jobs/jobs.ts";
import type { Services } from "./services.ts";
import type { Work } from "./work.ts";

/** The request as it came in, for the few actions that need more than their input. */
export interface Request {
  id: string;
  address: string | null;
  userAgent: string | null;
  headers: Readonly<Record<string, string | undefined>>;
}

export interface ActionContext extends Work {
  request: Request;
  /** Throws `platform/forbidden` unless the policy says yes. */
  authorize(allowed: boolean): void;
}

export interface QueryContext {
  db: Db;
  actor: Actor;
  now: string;
  services: Services;
  request: Request;
  authorize(allowed: boolean): void;
}

/** An answer with another good status than the contract's, such as 200 for something that was already there. */
export class Answer<T> {
  readonly status: number;
  readonly body: T;
  constructor(status: number, body: T) {
    this.status = status;
    this.body = body;
  }
}
export const answer = <T>(status: number, body: T) => new Answer(status, body);

/**
 * An answer as the database gives it: words of a fixed set come as plain text there. The contract's schema has the set,
 * the database its check constraint.
 */
export type Stored<T> = T extends string
  ? string
  : T extends number | boolean | null | undefined
    ? T
    : T extends readonly (infer I)[]
      ? readonly Stored<I>[]
      : T extends object
        ? { [K in keyof T]: Stored<T[K]> }
        : T;

/** What an action still has to ask somebody outside, and what is written and answered when that is over. */
export class Asks<R> {
  readonly does: () => Promise<unknown>;
  readonly settle: (context: ActionContext, outcome: Outcome<unknown>) => Promise<R>;
  constructor(does: Asks<R>["does"], settle: Asks<R>["settle"]) {
    this.does = does;
    this.settle = settle;
  }
}
/**
 * Given back by an action that calls somebody: its transaction ends, the call is made, and `settle` writes what came of it in a second
 * one, whose answer is the action's. A process may die in between, so the call carries a key that was written in the first.
 */
export const asks = <T, R>(
  does: () => Promise<T>,
  settle: (context: ActionContext, outcome: Outcome<T>) => Promise<R>,
): Asks<R> => new Asks(does, settle as Asks<R>["settle"]);

type AnswerOf<E extends Endpoint> = Stored<OutputOf<E>> | Answer<Stored<OutputOf<E>>>;

export interface Action<E extends Endpoint = Endpoint> {
  type: "action";
  endpoint: E;
  handle: (context: ActionContext, input: ParsedOf<E>) => Promise<AnswerOf<E> | Asks<AnswerOf<E>>>;
  /**
   * What is wrong with fields that look right to the contract, asked when others do not: all that is wrong is told at once. It is given
   * the fields that look right, and only tells; the action itself refuses.
   */
  alsoWrong?: (db: Db, given: Partial<ParsedOf<E>>) => Promise<FieldProblem[]>;
  /** Runs in a transaction of its own after a refusal, to keep what was refused. */
  refused?: (work: Work, problem: Problem, input: unknown) => Promise<void>;
  /** The answer shows a secret once: where it is kept for a repeated key, it is kept sealed. */
  secret?: true;
}

export interface Query<E extends Endpoint = Endpoint> {
  type: "query";
  endpoint: E;
  handle: (context: QueryContext, input: ParsedOf<E>) => Promise<Stored<OutputOf<E>>>;
}

export type Route = Action | Query;

/**
 * A change: reach → authorize → decide → write → announce → return. The platform validates the input, opens the
 * transaction, keeps the audit line, stores announcements with the change, answers a repeated `Idempotency-Key`
 * with its first answer, and returns only the fields the contract names.
 */
export const action = <E extends Endpoint>(
  endpoint: E,
  handle: Action<E>["handle"],
  options: Pick<Action<E>, "alsoWrong" | "refused" | "secret"> = {},
): Action<E> => ({ type: "action", endpoint, handle, ...options });

/** A question: changes nothing, and runs under row-level security for portal and API callers. */
export const query = <E extends Endpoint>(endpoint: E, handle: Query<E>["handle"]): Query<E> => ({
  type: "query",
  endpoint,
  handle,
});

export const authorize = (allowed: boolean): void => {
  if (!allowed) throw forbidden();
};
