import { randomBytes } from "node:crypto";
import type { Platform } from "../../platform.ts";
import type { Work } from "../../work.ts";
import { wrongCredentials } from "../problems.ts";
import { otpUri, stepOfCode } from "./totp.ts";

/** Whether this account asks for a code. */
export const asksForCode = async (platform: Platform, userId: string): Promise<boolean> => {
  const row = await platform.database.db
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

/** Uses up a code: throws when it is wrong, or was used before. */
export const useCode = async ({ tx, services, now }: Work, userId: string, code: string) => {
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
