import { BlockList, isIP } from "node:net";
import type { Selectable } from "kysely";
import type { Db, Tables } from "../../database/open.ts";
import { hashOf } from "./secret.ts";

export type ApiKeyRow = Selectable<Tables["apiKeys"]>;

/** The key a secret belongs to, also when the secret was replaced a short while ago; revoked and expired keys are gone. */
export const keyBySecret = async (db: Db, secret: string, now: string): Promise<ApiKeyRow | undefined> => {
  const hash = hashOf(secret);
  const row = await db
    .selectFrom("apiKeys")
    .selectAll()
    .where((where) => where.or([where("secretHash", "=", hash), where("formerHash", "=", hash)]))
    .executeTakeFirst();
  if (!row || !isLive(row, now)) return undefined;
  return row.secretHash.equals(hash) || formerCounts(row, now) ? row : undefined;
};

/** The key with this id, unless it was revoked or is over. */
export const keyById = async (db: Db, id: string, now: string): Promise<ApiKeyRow | undefined> => {
  const row = await db.selectFrom("apiKeys").selectAll().where("id", "=", id).executeTakeFirst();
  return row && isLive(row, now) ? row : undefined;
};

const isLive = (row: ApiKeyRow, now: string) =>
  row.revokedAt === null && (row.expiresAt === null || row.expiresAt > now);

/** Whether the secret from before the last rotation still counts. */
export const formerCounts = (row: ApiKeyRow, now: string) =>
  row.formerUntil !== null && row.formerUntil > now;

/** Whether the caller's address is on the key's list; an empty list lets every address in. */
export const allowsAddress = (row: Pick<ApiKeyRow, "addresses">, address: string): boolean => {
  if (row.addresses.length === 0) return true;
  const list = new BlockList();
  for (const entry of row.addresses) {
    const [network = "", bits] = entry.split("/");
    const family = isIP(network) === 6 ? "ipv6" : "ipv4";
    if (bits === undefined) list.addAddress(network, family);
    else list.addSubnet(network, Number(bits), family);
  }
  const plain = address.replace(/^::ffff:(?=\d+\.)/, "");
  return list.check(plain, isIP(plain) === 6 ? "ipv6" : "ipv4");
};

/** Notes that a key was used, at most once a minute. */
export const touchKey = async (db: Db, id: string, now: string) => {
  const minuteAgo = new Date(Date.parse(now) - 60_000).toISOString();
  await db
    .updateTable("apiKeys")
    .set({ lastUsedAt: now })
    .where("id", "=", id)
    .where((where) => where.or([where("lastUsedAt", "is", null), where("lastUsedAt", "<", minuteAgo)]))
    .execute();
};
