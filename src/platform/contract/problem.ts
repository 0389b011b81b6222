/** One field that was not accepted: where it stands (JSON pointer), why, and what the caller calls it. */
export interface FieldProblem {
  pointer: string;
  problem: string;
  message: string;
  partner_field?: string;
  /** Between which it would be right, for whoever tells it in words. */
  minimum?: string;
  maximum?: string;
}

/** Something that can go wrong in a known way; leaves the house as `application/problem+json` (RFC 9457). */
export class Problem extends Error {
  /** Capability and name, such as `sales/quote-expired`; the web has a sentence for each. */
  readonly type: string;
  readonly status: number;
  readonly title: string;
  readonly facts: Record<string, unknown>;

  constructor(type: string, status: number, title: string, facts: Record<string, unknown> = {}) {
    super(title);
    this.name = "Problem";
    this.type = type;
    this.status = status;
    this.title = title;
    this.facts = facts;
  }

  toJSON() {
    return { ...this.facts, type: `/problems/${this.type}`, title: this.title, status: this.status };
  }
}

/** What every problem has; a fact of the same name would never arrive. */
type Taken = Partial<Record<"type" | "title" | "status" | "instance", never>>;

/** Declares a problem; call the result with the facts of the case and throw it. */
export const problem =
  <F extends Record<string, unknown> & Taken = Record<string, unknown> & Taken>(
    type: string,
    status: number,
    title: string,
  ) =>
  (facts?: F) =>
    new Problem(type, status, title, facts);

export const invalidInput = problem<{ errors: FieldProblem[] }>(
  "platform/invalid-input",
  422,
  "Some of what was sent cannot be used",
);
export const notFound = problem("platform/not-found", 404, "This does not exist, or you may not see it");
export const forbidden = problem("platform/forbidden", 403, "You may not do this");
export const notSignedIn = problem("platform/not-signed-in", 401, "Sign in first");
export const illegalMove = problem<{ move: string; current: string; missing: string[] }>(
  "platform/illegal-move",
  409,
  "This step is not possible now",
);
export const changedMeanwhile = problem(
  "platform/changed-meanwhile",
  409,
  "Somebody changed this meanwhile; nothing of yours was saved over it",
);
