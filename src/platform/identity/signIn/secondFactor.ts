import { randomBytes } from "node:crypto";
import type { Db } from "../../database/open.ts";
import type { Work } from "../../work.ts";
import { wrongCredentials } from "../problems.ts";
import { isRecoveryCode, spendRecoveryCode } from "./recoveryCodes.ts";
import { otpUri, stepOfCode } from "./totp.ts";

/** Whether this account asks for a code. */
export const asksForCode = async (db: Db, userId: string): Promise<boolean> => {
  const row = await db
    .selectFrom("secondFactors")
    .select("confirmedAt")
    .where("userId", "=", userId)
    .executeTakeFirst();
  return Boolean(row?.confirmedAt);
};

/** Makes a new secret for an authenticator app; it counts once its first code was shown. */
export const startSecondFactor = async ({ tx, services }: Work, user: { id: string; email: string }) => {
  const secret = randomBytes(20);
  const sealedSecret = services.identity.seal(secret.toString("base64"));
  const started = await tx
    .insertInto("secondFactors")
    .values({ userId: user.id, sealedSecret })
    .onConflict((conflict) =>
      conflict.column("userId").doUpdateSet({ sealedSecret }).where("secondFactors.confirmedAt", "is", null),
    )
    .returning("userId")
    .executeTakeFirst();
  return started ? otpUri(secret, user.email) : null;
};

/** Uses up what was shown as second step, a code of the app or a recovery code: throws when it does not count. */
export const spendSecondStep = (work: Work, userId: string, code: string): Promise<void> =>
  isRecoveryCode(code) ? spendRecoveryCode(work, userId, code) : spendCode(work, userId, code);

/** Uses up a code of the app: throws when it is wrong, or was used before. */
export const spendCode = async ({ tx, services, now }: Work, userId: string, code: string) => {
  const row = await tx
    .selectFrom("secondFactors")
    .selectAll()
    .where("userId", "=", userId)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw wrongCredentials();
  const secret = Buffer.from(services.identity.open(row.sealedSecret), "base64");
  const step = stepOfCode(secret, code, Date.parse(now));
  if (step === null || step <= row.lastStep) throw wrongCredentials();
  await tx
    .updateTable("secondFactors")
    .set({ lastStep: step, confirmedAt: row.confirmedAt ?? now })
    .where("userId", "=", userId)
    .execute();
};
