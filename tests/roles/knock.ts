import {
  type Action,
  type Actor,
  asStaffOf,
  doorsOf,
  forbidden,
  type Platform,
  Problem,
  type Route,
  runQuery,
} from "#platform";
import type { Caller } from "./callers.ts";

/**
 * How a call went: `+` let through, whatever came of it; `-` refused; `.` let through to nothing: no such thing in this
 * world, or no word about the order that was meant.
 */
export type Outcome = "+" | "-" | ".";

class TakenBack extends Error {
  readonly answer: unknown;
  constructor(answer: unknown) {
    super("taken back");
    this.answer = answer;
  }
}

const noRequest = { id: "roles", address: null, userAgent: null, headers: {} };
const authorize = (allowed: boolean) => {
  if (!allowed) throw forbidden();
};

/** Does an action and takes everything back, so that the next caller finds the same house. */
const tryOut = ({ database, services, now }: Platform, route: Action, actor: Actor, input: never) => {
  const nothing = () => undefined;
  return database.db
    .transaction()
    .execute(async (tx) => {
      await asStaffOf(tx, actor);
      const work = { tx, aside: database.aside, actor, now: now(), services };
      const told = { announce: nothing, schedule: nothing, note: nothing };
      throw new TakenBack(await route.handle({ ...work, ...told, request: noRequest, authorize }, input));
    })
    .catch((error: unknown) => {
      if (error instanceof TakenBack) return error.answer;
      throw error;
    });
};

const parsed = ({ endpoint }: Route, input: Record<string, unknown>) =>
  Object.assign(
    {},
    ...[endpoint.params, endpoint.query, endpoint.body].map((part) =>
      part.parse(Object.fromEntries(Object.entries(input).filter(([name]) => name in part.shape))),
    ),
  ) as never;

const ask = async (platform: Platform, route: Route, actor: Actor, input: Record<string, unknown>) =>
  route.type === "query"
    ? (await runQuery(platform, route, { actor, input })).body
    : tryOut(platform, route, actor, parsed(route, input));

/**
 * Knocks at an endpoint with an input that is good; only door, scope and row can refuse. Of the order of somebody else
 * an answer must not even speak: `marks` are the ids by which it would.
 */
export const knock = async (
  platform: Platform,
  route: Route,
  { caller, input, marks }: { caller: Caller; input: Record<string, unknown>; marks: readonly string[] },
): Promise<Outcome> => {
  const { actor, row } = caller;
  if (!route.endpoint.doors.some((door) => doorsOf(actor).includes(door))) return "-";
  try {
    const answer = JSON.stringify((await ask(platform, route, actor, input)) ?? null);
    return row === "own" || marks.some((mark) => answer.includes(mark)) ? "+" : ".";
  } catch (problem) {
    if ((problem as { code?: string }).code === "42501") return "-";
    // It came as far as a rule of the trade or of the database: it was let through.
    if (!(problem instanceof Problem)) return "+";
    if (problem.status === 401 || problem.status === 403) return "-";
    return problem.status === 404 ? "." : "+";
  }
};
