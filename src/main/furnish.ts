import { automation, inTransaction, type Platform } from "#platform";
import { isHalfMade, LeftHalfMade, oneAtATime, throwAway } from "./demo/halfMade.ts";
import { demoPassword, demoUsers, isEmpty, makeDemoCompany } from "./demo/index.ts";
import { addOwnEntities } from "./ownEntities.ts";
import type { Settings } from "./settings.ts";

/** How many orders the demo company lived through on a first start; the browser tests make do with fewer. */
const demoOrders = Number(process.env.DEMO_ORDERS ?? 575);

/**
 * Gives an empty house what it cannot do without: the demo company where it may be, else the group's own entities. A demo company that
 * was left half made is made anew; in a database that somebody named that is refused.
 */
export const furnish = async (
  platform: Platform,
  databaseUrl: string,
  settings: Settings,
  story: { orders: number; now?: string } = { orders: demoOrders },
): Promise<void> => {
  const isDone = async () => !(await isHalfMade(platform)) && !(await isEmpty(platform));
  if (await isDone()) return;
  await oneAtATime(databaseUrl, async () => {
    if (await isDone()) return;
    if (await isHalfMade(platform)) {
      if (!settings.ownDatabase) throw new LeftHalfMade();
      console.log("The demo company was left half made; it is made anew.");
      await throwAway(platform);
    }
    if (settings.demo) {
      console.log("Making the demo company …");
      await makeDemoCompany(databaseUrl, settings, story);
    } else
      await inTransaction(platform, { action: "first start", actor: automation("start") }, addOwnEntities);
  });
};

/** Which demo people can sign in here. */
const demoPeopleIn = async ({ database }: Platform) => {
  const emails = demoUsers.map(({ email }) => email);
  const rows = await database.db
    .selectFrom("users")
    .select("email")
    .where("email", "in", emails)
    .where("active", "=", true)
    .execute();
  const known = new Set(rows.map(({ email }) => email));
  return demoUsers.filter(({ email }) => known.has(email));
};

const hasAdministrator = async ({ database }: Platform) => {
  const select = database.db.selectFrom("users").select("id").where("role", "=", "admin");
  return (await select.where("active", "=", true).limit(1).executeTakeFirst()) !== undefined;
};

const firstAdministrator =
  "Nobody can sign in yet. The first administrator:\n  npm run manage -- user add --role admin --email … --name … --password …\n";

/** What is printed once everything runs: the address, and who can sign in. */
export const welcome = async (platform: Platform, { baseUrl, demo }: Settings): Promise<string> => {
  const people = await demoPeopleIn(platform);
  const lines = people.map(({ email, does }) => `  ${email.padEnd(28)} ${does}`).join("\n");
  const runs = `\nChargeCars runs at ${baseUrl}\n`;
  if (people.length === 0)
    return (await hasAdministrator(platform)) ? runs : `${runs}\n${firstAdministrator}`;
  if (demo) return `${runs}\nDemo sign-ins, password ${demoPassword}:\n${lines}\n`;
  return `${runs}\nWARNING: these people of the demo company can sign in with a password everybody knows; close their accounts:\n${lines}\n`;
};
