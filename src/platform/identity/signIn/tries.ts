import { sql } from "kysely";
import type { Platform } from "../../platform.ts";
import { later } from "../../time.ts";
import { tooManyTries } from "../problems.ts";

const window = "PT15M";
/** Per account from one address, per account from anywhere, per address for any account; of the last only those that failed. */
const most = { pair: 5, account: 25, address: 100 };

const keysOf = (platform: Platform, account: string, address: string) => {
  const key = (text: string) => platform.services.identity.sign("tries", text);
  return {
    pair: key(`${account}\n${address}`),
    account: key(`account ${account}`),
    address: key(`address ${address}`),
  };
};

/**
 * Counts a try before it is looked at, so that many at once count as many; throws when there were too many in a quarter
 * of an hour. It makes no difference whether the account exists.
 */
export const countTry = async (platform: Platform, account: string, address: string) => {
  const now = platform.now();
  for (const [kind, key] of Object.entries(keysOf(platform, account, address))) {
    const { rows } = await sql<{ tries: number; until: string }>`
      insert into sign_in_tries as t (key, tries, until) values (${key}, 1, ${later(now, window)})
      on conflict (key) do update set
        tries = case when t.until <= ${now} then 1 else t.tries + 1 end,
        until = case when t.until <= ${now} then excluded.until else t.until end
      returning tries, until`.execute(platform.database.db);
    const { tries, until } = rows[0]!;
    if (tries > most[kind as keyof typeof most])
      throw tooManyTries({ retryAfterSeconds: Math.ceil((Date.parse(until) - Date.parse(now)) / 1000) });
  }
};

/** A try that did not fail counts no longer against its address, behind which many may work; those that failed there stay counted. */
export const takeBackTry = async (platform: Platform, account: string, address: string) => {
  await platform.database.db
    .updateTable("signInTries")
    .set((row) => ({ tries: row("tries", "-", 1) }))
    .where("key", "=", keysOf(platform, account, address).address)
    .where("tries", ">", 0)
    .execute();
};

/** Forgets the tries of an account after a success, and takes this one back from its address. */
export const clearTries = async (platform: Platform, account: string, address: string) => {
  const keys = keysOf(platform, account, address);
  await platform.database.db
    .deleteFrom("signInTries")
    .where("key", "in", [keys.pair, keys.account])
    .execute();
  await takeBackTry(platform, account, address);
};
