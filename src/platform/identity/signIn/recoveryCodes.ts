import { randomInt } from "node:crypto";
import type { Db } from "../../database/open.ts";
import type { Work } from "../../work.ts";
import { wrongCredentials } from "../problems.ts";

const howMany = 10;
const half = 100_000;

/** Digits, because they are typed on the keyboard that asks for the app's code; the dash is for the eye. */
const newCode = () =>
  [randomInt(half), randomInt(half)].map((part) => String(part).padStart(5, "0")).join("-");

const plain = (code: string) => code.replace(/[ -]/g, "");

/** Tells a recovery code from a code of the app. */
export const isRecoveryCode = (code: string): boolean => plain(code).length === 10;

const hashOf = ({ services }: Pick<Work, "services">, userId: string, code: string) =>
  services.identity.sign("recovery code", `${userId} ${plain(code)}`);

/** Makes ten codes in place of the former ones and gives them for the only time; the database keeps keyed hashes. */
export const makeRecoveryCodes = async (work: Work, userId: string): Promise<string[]> => {
  const codes = new Set<string>();
  while (codes.size < howMany) codes.add(newCode());
  await work.tx.deleteFrom("recoveryCodes").where("userId", "=", userId).execute();
  await work.tx
    .insertInto("recoveryCodes")
    .values([...codes].map((code) => ({ userId, hash: hashOf(work, userId, code), madeAt: work.now })))
    .execute();
  return [...codes];
};

/** Uses up a recovery code: throws when it is wrong, or was used before. */
export const spendRecoveryCode = async (work: Work, userId: string, code: string): Promise<void> => {
  const { numUpdatedRows } = await work.tx
    .updateTable("recoveryCodes")
    .set({ usedAt: work.now })
    .where("userId", "=", userId)
    .where("hash", "=", hashOf(work, userId, code))
    .where("usedAt", "is", null)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw wrongCredentials();
};

/** How many codes of an account are still good. */
export const recoveryCodesLeft = async (db: Db, userId: string): Promise<number> => {
  const { left } = await db
    .selectFrom("recoveryCodes")
    .select(({ fn }) => fn.countAll<number>().as("left"))
    .where("userId", "=", userId)
    .where("usedAt", "is", null)
    .executeTakeFirstOrThrow();
  return left;
};
