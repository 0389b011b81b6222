import type { Point } from "../model.ts";

/** Driving from one place to another without traffic; nothing when there is no road. */
export interface Leg {
  seconds: number;
  metres: number;
}

/** A service that knows the roads. */
export interface Router {
  /** As it is kept with what it said, such as `osrm`. */
  name: string;
  /** Pairs of places further apart than this are not asked, because each pair costs money. */
  mostKm: number;
  /** Places on each side of one question. */
  side: number;
  /** Rows are `from`, columns `to`. Throws `RouterFailed` when it does not answer as agreed. */
  matrix(from: readonly Point[], to: readonly Point[]): Promise<(Leg | null)[][]>;
}

/** The router did not answer, or not as agreed. The message holds no key and no address of a customer. */
export class RouterFailed extends Error {}

const patienceMilliseconds = 30_000;

/** What a router answers as JSON; `explain` finds its own words in an answer that is an error. */
export const askRouter = async (
  url: string,
  init: RequestInit,
  explain: (body: unknown) => string | undefined,
): Promise<unknown> => {
  const signal = AbortSignal.timeout(patienceMilliseconds);
  const response = await fetch(url, { ...init, signal }).catch((error: unknown) => {
    throw new RouterFailed(`The router cannot be reached: ${String((error as Error).cause ?? error)}`);
  });
  const body: unknown = await response.json().catch(() => undefined);
  if (response.ok && body !== undefined) return body;
  throw new RouterFailed(`The router answered ${response.status}: ${explain(body) ?? response.statusText}`);
};

/** A whole leg of what was answered, or nothing. */
export const legOf = (seconds: unknown, metres: unknown): Leg | null =>
  typeof seconds === "number" && Number.isFinite(seconds) && seconds >= 0
    ? { seconds: Math.round(seconds), metres: typeof metres === "number" ? Math.round(metres) : 0 }
    : null;
