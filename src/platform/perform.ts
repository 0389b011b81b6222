import { CollectedWork, type WorkAs } from "./collectedWork.ts";
import { afterDeadlock } from "./database/afterDeadlock.ts";
import { withFreshPlans } from "./database/preparedNames.ts";
import { doAtOnce } from "./jobs/atOnce.ts";
import { keep, tell } from "./keep.ts";
import type { Platform } from "./platform.ts";
import { asStaffOf } from "./rowRights.ts";
import type { Work } from "./work.ts";

const attempt = async <T>(platform: Platform, as: WorkAs, handle: (work: Work) => Promise<T>): Promise<T> => {
  const { result, kept } = await platform.database.db.transaction().execute(async (tx) => {
    const work = new CollectedWork(platform, tx, as);
    await asStaffOf(tx, as.actor);
    const done = await handle(work);
    const works = [work];
    await doAtOnce(platform, tx, works);
    return { result: done, kept: await keep(platform, tx, works) };
  });
  tell(platform, kept);
  return result;
};

/**
 * Opens a transaction, does the work in it, stores with it what it announced, scheduled and noted, and wakes listeners
 * and live screens after the commit. Without a note there is no line in the audit log. Work that was given up for
 * another's is done again from its beginning.
 */
export const inTransaction = <T>(
  platform: Platform,
  as: WorkAs,
  handle: (work: Work) => Promise<T>,
): Promise<T> => afterDeadlock(() => withFreshPlans(() => attempt(platform, as, handle)));
