import type { FastifyReply, FastifyRequest } from "fastify";
import { Problem } from "../../contract/index.ts";
import { inTransaction } from "../../perform.ts";
import type { Platform } from "../../platform.ts";
import type { Work } from "../../work.ts";
import { wrongCredentials } from "../problems.ts";
import { linkHash } from "./links.ts";
import { isPassword } from "./passwords.ts";
import { asksForCode, spendSecondStep } from "./secondFactor.ts";
import { openSession, setSessionCookie } from "./session.ts";
import { type AccountName, asVisitor, noteRefusal, noteSignIn } from "./signInLines.ts";
import { clearTries, countTry, takeBackTry } from "./tries.ts";

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
    account,
    totp,
    first,
  }: { account: AccountName; totp: string | undefined; first?: (work: Work) => Promise<void> },
): Promise<Outcome> => {
  const needsCode = await asksForCode(platform.database.db, account.id);
  if (needsCode && !totp) return { outcome: "second-factor" };
  const comesIn = async (work: Work) => {
    await first?.(work);
    if (needsCode) await spendSecondStep(work, account.id, totp ?? "");
    noteSignIn(work, account);
    return openSession(work, account.id, request);
  };
  const token = await inTransaction(platform, asVisitor(name, request), comesIn).catch(async (error) => {
    if (error instanceof Problem) await noteRefusal(platform, request, account);
    throw error;
  });
  setSessionCookie(platform, reply, token);
  return { outcome: "signed-in" };
};

/** After a try that was right: to be asked for a code is no failure, but only whoever came in may begin anew. */
const settleTry = ({ platform, request }: Door, account: string, { outcome }: Outcome) =>
  (outcome === "signed-in" ? clearTries : takeBackTry)(platform, account, request.ip);

/** Signs in with mail address and password. Unknown, closed and wrong all get the same answer after the same time. */
export const signInWithPassword = async (
  door: Door,
  { email, password, totp }: { email: string; password: string; totp?: string | undefined },
): Promise<Outcome> => {
  const { platform, request } = door;
  await countTry(platform, email, request.ip);
  const user = await platform.database.db
    .selectFrom("users")
    .select(["id", "name", "role"])
    .where("email", "=", email)
    .where("active", "=", true)
    .executeTakeFirst();
  const account = user as AccountName | undefined;
  const right = await isPassword(platform.database.db, account?.id, password);
  if (!account || !right) {
    await noteRefusal(platform, request, account);
    throw wrongCredentials();
  }
  const outcome = await letIn(door, "identity.signIn", { account, totp });
  await settleTry(door, email, outcome);
  return outcome;
};

/** Signs in with the token of a mailed link, which works once. */
export const signInWithLink = async (
  door: Door,
  { token, totp }: { token: string; totp?: string | undefined },
): Promise<Outcome & { returnTo: string }> => {
  const { platform, request } = door;
  const hash = linkHash(token);
  const tried = `link ${hash.toString("hex")}`;
  await countTry(platform, tried, request.ip);
  const link = await platform.database.db
    .selectFrom("signInLinks")
    .innerJoin("users", "users.id", "signInLinks.userId")
    .select(["users.id", "users.name", "users.role", "returnTo"])
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
  const outcome = await letIn(door, "identity.signInByLink", { account: link as AccountName, totp, first });
  await settleTry(door, tried, outcome);
  return { ...outcome, returnTo: link.returnTo ?? "/" };
};
