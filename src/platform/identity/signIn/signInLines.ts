import type { FastifyRequest } from "fastify";
import { type ActorKind, anonymous, type Person } from "../../actor.ts";
import type { WorkAs } from "../../collectedWork.ts";
import { inTransaction } from "../../perform.ts";
import type { Platform } from "../../platform.ts";
import type { Work } from "../../work.ts";

/** Somebody with an account, as far as a line in the audit log says it. */
export interface AccountName {
  id: string;
  name: string;
  role: Person["role"];
}

/** In whose name a sign-in begins: nobody's yet. */
export const asVisitor = (action: string, request: FastifyRequest): WorkAs => ({
  action,
  actor: anonymous,
  request: { id: request.id, address: request.ip, userAgent: null, headers: {} },
});

/** Notes who came in. */
export const noteSignIn = ({ note }: Work, { id, name, role }: AccountName) => {
  const kind: ActorKind = role === "external" ? "partner" : "person";
  note({ recordType: "user", recordId: id, by: { kind, id, name } });
};

/**
 * Notes a sign-in that was refused: on whose account, never as that person. An address nobody has leaves a line
 * that says no more than where it came from, and takes as long as the other.
 */
export const noteRefusal = (
  platform: Platform,
  request: FastifyRequest,
  account: AccountName | undefined,
): Promise<void> =>
  inTransaction(platform, asVisitor("identity.signInRefused", request), async ({ note }) => {
    if (!account) return note({});
    const { id, name } = account;
    note({ recordType: "user", recordId: id, by: { kind: "customer", id: null, name } });
  });
