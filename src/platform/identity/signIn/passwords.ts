import { hashPassword, verifyPassword } from "better-auth/crypto";
import type { Db } from "../../database/open.ts";
import type { Work } from "../../work.ts";

/** Sets somebody's password; kept as a scrypt hash. */
export const setPassword = async ({ tx, now }: Work, userId: string, password: string) => {
  const hash = await hashPassword(password);
  await tx
    .insertInto("passwords")
    .values({ userId, hash, changedAt: now })
    .onConflict((conflict) => conflict.column("userId").doUpdateSet({ hash, changedAt: now }))
    .execute();
};

/** Whether this is the person's password; takes as long when there is no person or no password. */
export const isPassword = async (db: Db, userId: string | undefined, password: string): Promise<boolean> => {
  const row = userId
    ? await db.selectFrom("passwords").select("hash").where("userId", "=", userId).executeTakeFirst()
    : undefined;
  if (row) return verifyPassword({ hash: row.hash, password });
  await hashPassword(password);
  return false;
};
