import type { FastifyReply, FastifyRequest } from "fastify";
import { anonymous } from "../../actor.ts";
import { inTransaction } from "../../perform.ts";
import type { Platform } from "../../platform.ts";
import type { Work } from "../../work.ts";
import { wrongCredentials } from "../problems.ts";
import { linkHash } from "./links.ts";
import { isPassword } from "./passwords.ts";
import { asksForCode, spendSecondStep } from "./secondFactor.ts";
import { openSession, setSessionCookie } from "./session.ts";
import { clearTries, countTry } from "./tries.ts";

interface Door {
  platform: Platform;
  request: FastifyRequest;
  reply: FastifyReply;
}

type Outcome = { outcome: "signed-in" | "second-factor" };

/** The last step of every way in: the code when the account asks for one, then the session. */
const letIn = async (
  { platform, request, reply }: Door,
  name: string,
  {
    userId,
    totp,
    first,
  }: { userId: string; totp: string | undefined; first?: (work: Work) => Promise<void> },
): Promise<Outcome> => {
  const needsCode = await asksForCode(platform.database.db, userId);
  if (needsCode && !totp) return { outcome: "second-factor" };
  const as = {
    action: name,
    actor: anonymous,
    request: { id: request.id, address: request.ip, userAgent: null, headers: {} },
  };
  const token = await inTransaction(platform, as, async (work) => {
    await first?.(work);
    if (needsCode) await spendSecondStep(work, userId, totp ?? "");
    return openSession(work, userId, request);
  });
  setSessionCookie(platform, reply, token);
  return { outcome: "signed-in" };
};

/** Signs in with mail address and password. Unknown, closed and wrong all get the same answer after the same time. */
export const signInWithPassword = async (
  door: Door,
  { email, password, totp }: { email: string; password: string; totp?: string | undefined },
): Promise<Outcome> => {
  const { platform, request } = door;
  await countTry(platform, email, request.ip);
  const user = await platform.database.db
    .selectFrom("users")
    .select("id")
    .where("email", "=", email)
    .where("active", "=", true)
    .executeTakeFirst();
  const right = await isPassword(platform.database.db, user?.id, password);
  if (!user || !right) throw wrongCredentials();
  const outcome = await letIn(door, "identity.signIn", { userId: user.id, totp });
  if (outcome.outcome === "signed-in") await clearTries(platform, email, request.ip);
  return outcome;
};

/** Signs in with the token of a mailed link, which works once. */
export const signInWithLink = async (
  door: Door,
  { token, totp }: { token: string; totp?: string | undefined },
): Promise<Outcome & { returnTo: string }> => {
  const { platform, request } = door;
  const hash = linkHash(token);
  await countTry(platform, `link ${hash.toString("hex")}`, request.ip);
  const link = await platform.database.db
    .selectFrom("signInLinks")
    .innerJoin("users", "users.id", "signInLinks.userId")
    .select(["users.id as userId", "returnTo"])
    .where("hash", "=", hash)
    .where("expiresAt", ">", platform.now())
    .where("usedAt", "is", null)
    .where("users.active", "=", true)
    .executeTakeFirst();
  if (!link) throw wrongCredentials();
  const first = async ({ tx, now }: Work) => {
    const { numUpdatedRows } = await tx
      .updateTable("signInLinks")
      .set({ usedAt: now })
      .where("hash", "=", hash)
      .where("usedAt", "is", null)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) throw wrongCredentials();
  };
  const outcome = await letIn(door, "identity.signInByLink", { userId: link.userId, totp, first });
  return { ...outcome, returnTo: link.returnTo ?? "/" };
};
