import { sql } from "kysely";
import type { Platform } from "../../platform.ts";
import { later } from "../../time.ts";
import { tooManyTries } from "../problems.ts";

const window = "PT15M";
/** Per account from one address, per account from anywhere, per address for any account. */
type Most = Record<"pair" | "account" | "address", number>;

/** Of all accounts of an address only tries that failed. */
const mostTries: Most = { pair: 5, account: 25, address: 100 };

/** Asking for a mailed link guesses nothing: few for one person, but a whole office behind one address may ask on one morning. */
const mostAsks: Most = { pair: 5, account: 10, address: 1000 };

const keysOf = (platform: Platform, account: string, address: string, from = "address") => {
  const key = (text: string) => platform.services.identity.sign("tries", text);
  return {
    pair: key(`${account}\n${address}`),
    account: key(`account ${account}`),
    address: key(`${from} ${address}`),
  };
};

const count = async (platform: Platform, keys: ReturnType<typeof keysOf>, most: Most) => {
  const now = platform.now();
  for (const [kind, key] of Object.entries(keys)) {
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

/**
 * Counts a try before it is looked at, so that many at once count as many; throws when there were too many in a quarter
 * of an hour. It makes no difference whether the account exists.
 */
export const countTry = (platform: Platform, account: string, address: string) =>
  count(platform, keysOf(platform, account, address), mostTries);

/** Counts that somebody asks for a mailed link, apart from the tries to come in: an address that asked often still signs in. */
export const countAsk = (platform: Platform, email: string, address: string) =>
  count(platform, keysOf(platform, `ask ${email}`, address, "asks from"), mostAsks);

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
