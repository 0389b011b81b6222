import { createHash } from "node:crypto";
import { type Action, Answer, Asks, authorize, type Query, type Request, type Stored } from "./action.ts";
import { type Actor, actorId, doorsOf } from "./actor.ts";
import type { WorkAs } from "./collectedWork.ts";
import { type Endpoint, forbidden, notSignedIn, type OutputOf, Problem, problem } from "./contract/index.ts";
import { json } from "./database/json.ts";
import type { Tx } from "./database/open.ts";
import { parse, parseFor } from "./input.ts";
import { inTransaction } from "./perform.ts";
import type { Platform } from "./platform.ts";
import { readingAs } from "./rowRights.ts";
import { traced } from "./tracing/traced.ts";

export const keyReused = problem(
  "platform/idempotency-key-reused",
  409,
  "This Idempotency-Key was used before for another request",
);

const noRequest: Request = { id: "internal", address: null, userAgent: null, headers: {} };

interface Call {
  actor: Actor;
  input: unknown;
  request?: Request;
  idempotencyKey?: string | undefined;
  /** The moment at which it happens, when that is not now: imports and the demo company. */
  now?: string;
}

/** Refuses an actor who may not come through any of the endpoint's doors. */
export const admit = (endpoint: Endpoint, actor: Actor) => {
  if (endpoint.doors.some((door) => doorsOf(actor).includes(door))) return;
  throw actor.kind === "anonymous" ? notSignedIn() : forbidden();
};

/** Answers a repeated key with its first answer; the same key for something else is refused. */
const claimKey = async (tx: Tx, call: Call, endpoint: Endpoint, now: string) => {
  const caller = `${call.actor.kind}:${actorId(call.actor) ?? call.request?.address ?? ""}`;
  const key = call.idempotencyKey;
  if (!key) return null;
  const requestHash = createHash("sha256")
    .update(JSON.stringify([endpoint.name, call.input]))
    .digest();
  const claimed = await tx
    .insertInto("idempotencyKeys")
    .values({ caller, key, endpoint: endpoint.name, requestHash, createdAt: now })
    .onConflict((conflict) => conflict.columns(["caller", "key"]).doNothing())
    .returning("key")
    .executeTakeFirst();
  if (claimed) return { caller, key, first: null };
  const first = await tx
    .selectFrom("idempotencyKeys")
    .selectAll()
    .where("caller", "=", caller)
    .where("key", "=", key)
    .executeTakeFirstOrThrow();
  if (!first.requestHash.equals(requestHash)) throw keyReused();
  return { caller, key, first };
};

/** What is kept of an answer for a repeated key; one that shows a secret is kept sealed. */
const keptOf = (platform: Platform, { secret }: Pick<Action, "secret">, body: unknown) =>
  secret ? platform.services.identity.seal(JSON.stringify(body)).toString("base64") : body;

const bodyOf = (platform: Platform, { secret }: Pick<Action, "secret">, kept: unknown): never =>
  (secret ? JSON.parse(platform.services.identity.open(Buffer.from(String(kept), "base64"))) : kept) as never;

type Claim = Awaited<ReturnType<typeof claimKey>>;

/** Gives the answer, and keeps it for when the key comes again. */
const keepAnswer = async (
  platform: Platform,
  { tx, action, claim }: { tx: Tx; action: Action; claim: Claim },
  result: unknown,
): Promise<Answer<unknown>> => {
  const given = result instanceof Answer ? result : new Answer(action.endpoint.status, result);
  if (claim)
    await tx
      .updateTable("idempotencyKeys")
      .set({ status: given.status, answer: json(keptOf(platform, action, given.body)) })
      .where("caller", "=", claim.caller)
      .where("key", "=", claim.key)
      .execute();
  return given;
};

/** Asks outside without a transaction, and writes what came of it in one of its own. */
const askOutside = async (
  platform: Platform,
  {
    asked,
    as,
    ...answering
  }: { asked: Asks<unknown>; as: WorkAs & { request: Request }; action: Action; claim: Claim },
) => {
  const outcome = await asked.does().then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  );
  return inTransaction(platform, as, async (work) => {
    const context = Object.assign(work, { request: as.request, authorize });
    return keepAnswer(platform, { tx: work.tx, ...answering }, await asked.settle(context, outcome));
  });
};

/**
 * Runs an action for an actor: input checked, everything it does in one transaction, or in two with a call outside between them.
 * Throws `Problem` on refusal.
 */
export const runAction = <E extends Endpoint>(
  platform: Platform,
  given: Action<E>,
  call: Call,
): Promise<Answer<Stored<OutputOf<E>>>> =>
  traced({ name: given.endpoint.name, as: "work" }, () => act(platform, given, call));

const act = async <E extends Endpoint>(
  platform: Platform,
  given: Action<E>,
  call: Call,
): Promise<Answer<Stored<OutputOf<E>>>> => {
  const request = call.request ?? noRequest;
  const action = given as unknown as Action;
  const { endpoint } = action;
  const as = { action: endpoint.name, actor: call.actor, now: call.now ?? platform.now(), request };
  try {
    admit(endpoint, call.actor);
    const input = await parseFor(platform, action, call);
    const first = await inTransaction(platform, as, async (work) => {
      const claim = await claimKey(work.tx, call, endpoint, work.now);
      const known = claim?.first;
      // A key without an answer was begun by somebody who never came back from outside: it is done again.
      if (known?.status) return new Answer(known.status, bodyOf(platform, action, known.answer));
      const result = await action.handle(Object.assign(work, { request, authorize }), input as never);
      if (result instanceof Asks) return { asked: result, claim };
      return keepAnswer(platform, { tx: work.tx, action, claim }, result);
    });
    const done = first instanceof Answer ? first : await askOutside(platform, { ...first, as, action });
    return done as never;
  } catch (error) {
    const { refused } = action;
    if (error instanceof Problem && refused && call.actor.kind !== "anonymous")
      await inTransaction(platform, as, (work) => refused(work, error, call.input));
    throw error;
  }
};

/** Runs a query for an actor; partners and customers read under row-level security. */
export const runQuery = <E extends Endpoint>(platform: Platform, query: Query<E>, call: Call) =>
  traced({ name: query.endpoint.name, as: "work" }, () => ask(platform, query, call));

const ask = async <E extends Endpoint>(platform: Platform, query: Query<E>, call: Call) => {
  admit(query.endpoint, call.actor);
  const input = parse(query.endpoint, call.input);
  const context = {
    actor: call.actor,
    now: call.now ?? platform.now(),
    services: platform.services,
    request: call.request ?? noRequest,
    authorize,
  };
  const body = await readingAs(platform, call.actor, (db) => query.handle({ ...context, db }, input));
  return new Answer(query.endpoint.status, body);
};
