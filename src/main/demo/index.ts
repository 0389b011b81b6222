import { flushCompileCache } from "node:module";
import { automation, inTransaction, later, type Platform } from "#platform";
import { openPlatform } from "../openPlatform.ts";
import { addOwnEntities } from "../ownEntities.ts";
import type { Settings } from "../settings.ts";
import { addCatalogue } from "./catalogue.ts";
import { inventedFacts } from "./entities.ts";
import { beginMaking, endMaking } from "./halfMade.ts";
import { withoutListIndexes } from "./listIndexes.ts";
import { addPartners } from "./partners.ts";
import { Helper } from "./story/helper.ts";
import { type StoryFacts, tellStory } from "./story/index.ts";
import { addUsers } from "./users.ts";

export { demoPassword, demoUsers } from "./users.ts";

/** Whether this database has a company in it already. */
export const isEmpty = async (platform: Platform): Promise<boolean> => {
  const { db } = platform.database;
  const entity = await db.selectFrom("businessEntities").select("code").limit(1).executeTakeFirst();
  return entity === undefined;
};

/** Entities, catalogue, partners and people who can sign in: everything but orders. `now` is since when they are there. */
export const addCompany = (platform: Platform, now = platform.now()): Promise<StoryFacts> =>
  inTransaction(platform, { action: "demo", actor: automation("demo"), now }, async (work) => {
    await addOwnEntities(work, inventedFacts);
    const articleIds = await addCatalogue(work);
    const partnerIds = await addPartners(work, articleIds);
    const userIds = await addUsers(work, partnerIds);
    return { articleIds, partnerIds, userIds };
  });

/** Commits need not wait for the disk, because the demo company can be made anew; what comes thousands of times is planned once. */
const withoutWaiting = (databaseUrl: string) => {
  const url = new URL(databaseUrl);
  url.searchParams.set("options", "-c synchronous_commit=off -c plan_cache_mode=force_generic_plan");
  return url.href;
};

/** A helper reads the whole program first; fewer orders than this are done by then. */
const worthHelp = 80;

/**
 * The invented company everything is shown with, and what it lived through until `now`. It is made in one go: when that is
 * broken off, the next start throws away what there is and makes it anew.
 */
export const makeDemoCompany = async (
  databaseUrl: string,
  settings: Settings,
  { orders, now, isHelped = orders >= worthHelp }: { orders: number; now?: string; isHelped?: boolean },
): Promise<void> => {
  const url = withoutWaiting(databaseUrl);
  const platform = await openPlatform(url, settings, { connections: 14 });
  // What was compiled for this thread need not be compiled for the helper's again.
  if (isHelped) flushCompileCache();
  const helper = isHelped ? new Helper({ databaseUrl: url, settings }) : undefined;
  try {
    await beginMaking(platform);
    const end = now ?? platform.now();
    const facts = await addCompany(platform, later(end, "-P300D"));
    if (orders > 0)
      await withoutListIndexes(platform.database.pool, async () => {
        await tellStory(platform, facts, { orders, end, helper });
      });
    await endMaking(platform);
  } finally {
    await helper?.close();
    await platform.database.close();
  }
};
