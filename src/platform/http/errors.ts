import type { FastifyError, FastifyReply, FastifyRequest } from "fastify";
import { forbidden, invalidInput, Problem, problem } from "../contract/index.ts";

export const unforeseen = problem<{ reference: string }>(
  "platform/unforeseen",
  500,
  "Something went wrong here; nothing was saved",
);
const tooMany = problem("platform/too-many-requests", 429, "Too many requests; wait a moment");
const tooLarge = problem("platform/too-large", 413, "This is larger than may be sent at once");
const notUnderstood = problem("platform/not-understood", 400, "This request could not be read");
const otherKind = problem("platform/other-content-type", 415, "A body is sent as application/json here");
export const noSuchAddress = problem("platform/no-such-address", 404, "There is nothing at this address");

const otherMethod = problem<{ allow: string[] }>(
  "platform/method-not-allowed",
  405,
  "This is not done at this address; `allow` says what is",
);

interface DatabaseError extends Error {
  code: string;
  constraint?: string;
  table?: string;
  column?: string;
}
const isDatabaseError = (error: unknown): error is DatabaseError =>
  error instanceof Error && typeof (error as { code?: unknown }).code === "string" && "severity" in error;

/** Text, numbers and moments that cannot be stored or read. */
const unfit = new Set(["22001", "22003", "22007", "22008", "22021", "22P02", "22P05"]);

/** What the database refused because of the input, in our own words; anything else stays unforeseen. */
const fromDatabase = ({ code, constraint }: DatabaseError) => {
  if (unfit.has(code))
    return invalidInput({
      errors: [{ pointer: "", problem: "not-valid", message: "This text cannot be stored" }],
    });
  if (code === "23505" || code === "23P01") return duplicate({ constraint });
  // Staff of some entities wrote something for another one.
  if (code === "42501") return forbidden();
  if (code === "23514") return refusedByRule({ constraint });
  return null;
};
export const duplicate = problem("platform/already-there", 409, "This is there already");
export const refusedByRule = problem("platform/refused-by-rule", 409, "The data does not allow this");

const asProblem = (error: unknown, reference: string): Problem => {
  if (error instanceof Problem) return error;
  if (isDatabaseError(error)) {
    const known = fromDatabase(error);
    if (known) return known;
  }
  const { statusCode } = error as FastifyError;
  if (statusCode === 429) return tooMany();
  if (statusCode === 413) return tooLarge();
  if (statusCode === 415) return otherKind();
  if (statusCode && statusCode >= 400 && statusCode < 500) return notUnderstood();
  return unforeseen({ reference });
};

/** What of an error may stand in the log: the database repeats values in its messages, so only their place is told. */
export const tellable = (error: unknown) => {
  if (!(error instanceof Error)) return { error: typeof error };
  const stack = error.stack?.split("\n").filter((line) => /^\s+at /.test(line));
  if (!isDatabaseError(error)) return { error: error.name, message: error.message, stack };
  const { code, constraint, table, column } = error;
  return { error: "database", code, constraint, table, column, stack };
};

/** Every error leaves as `application/problem+json`; the unforeseen with a reference that stands in the log too. */
export const sendProblem = (error: unknown, request: FastifyRequest, reply: FastifyReply) => {
  const found = asProblem(error, request.id);
  if (found.status >= 500) request.log.error({ ...tellable(error), reference: request.id }, "unforeseen");
  return reply
    .code(found.status)
    .type("application/problem+json")
    .send(JSON.stringify({ ...found.toJSON(), instance: request.id }));
};

/** Answers where no route is: an address that knows other methods says which (RFC 9110 §15.5.6). */
export const sendNoRoute =
  (methodsAt: (url: string) => string[]) => (request: FastifyRequest, reply: FastifyReply) => {
    const allow = methodsAt(request.url);
    if (allow.length === 0 || allow.includes(request.method))
      return sendProblem(noSuchAddress(), request, reply);
    return sendProblem(otherMethod({ allow }), request, reply.header("allow", allow.join(", ")));
  };
