import { automation, inTransaction, type Platform } from "#platform";
import { addCatalogue } from "./catalogue.ts";
import { addEntities } from "./entities.ts";
import { addPartners } from "./partners.ts";
import { addUsers } from "./users.ts";

export { demoPassword, demoUsers } from "./users.ts";

const as = { action: "demo", actor: automation("demo") };

/** Whether this database has a company in it already. */
export const isEmpty = async (platform: Platform): Promise<boolean> => {
  const { db } = platform.database;
  const entity = await db.selectFrom("businessEntities").select("code").limit(1).executeTakeFirst();
  return entity === undefined;
};

/** The invented company everything is shown with: entities, catalogue, partners and people who can sign in. */
export const makeDemoCompany = (platform: Platform): Promise<void> =>
  inTransaction(platform, as, async (work) => {
    await addEntities(work);
    const articleIds = await addCatalogue(work);
    const partnerIds = await addPartners(work, articleIds);
    await addUsers(work, partnerIds);
  });
