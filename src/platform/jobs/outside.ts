import { CollectedWork } from "../collectedWork.ts";
import { afterDeadlock } from "../database/afterDeadlock.ts";
import type { Tx } from "../database/open.ts";
import { keep, tell } from "../keep.ts";
import type { Platform } from "../platform.ts";
import { later } from "../time.ts";
import { traced } from "../tracing/traced.ts";
import type { Outcome, Outside } from "./jobs.ts";
import type { Due } from "./takeJobs.ts";

/** A job that reaches outside, and who does it now. */
export interface Claimed {
  due: Due;
  outside: Outside;
  claim: string;
  as: ConstructorParameters<typeof CollectedWork>[2];
}

/**
 * Keeps a job for whoever does it outside: it is due again when the lease is over, so that nothing is lost when that process dies.
 */
export const claimJob = async (
  tx: Tx,
  { due, outside, as }: Omit<Claimed, "claim">,
  { now, lease }: { now: string; lease: string },
): Promise<Claimed> => {
  const claim = crypto.randomUUID();
  await tx
    .updateTable("jobs")
    .set({ claim, runAt: later(now, lease), attempts: due.attempts + 1 })
    .where("id", "=", due.id)
    .execute();
  return { due, outside, as, claim };
};

const outcomeOf = async ({ outside, due }: Claimed): Promise<Outcome<unknown>> => {
  try {
    const what = { name: `${due.kind} outside`, as: "call", askedIn: due.traceparent } as const;
    return { value: await traced(what, outside.does) };
  } catch (error) {
    return { error };
  }
};

/** What came of it, written with the end of the job; nothing when another has the job by now. */
const settle = (
  platform: Platform,
  { due, outside, claim, as }: Claimed,
  outcome: Outcome<unknown>,
  now: string,
) =>
  platform.database.db.transaction().execute(async (tx) => {
    const mine = await tx
      .selectFrom("jobs")
      .select("id")
      .where("id", "=", due.id)
      .where("claim", "=", claim)
      .forUpdate()
      .executeTakeFirst();
    if (!mine) return undefined;
    const work = new CollectedWork(platform, tx, { ...as, now });
    await outside.settle(work, outcome);
    return keep(platform, tx, [work], [due.id]);
  });

/**
 * Does the work outside, without a transaction, and then writes what came of it and removes the job. Whoever comes back after
 * its lease, when another has the job, writes nothing. When writing is given up for another's, only that is done again.
 */
export const doOutside = async (platform: Platform, claimed: Claimed, atItsTime: boolean): Promise<void> => {
  const outcome = await outcomeOf(claimed);
  const now = atItsTime ? claimed.due.runAt : platform.now();
  const kept = await afterDeadlock(() => settle(platform, claimed, outcome, now));
  if (kept) tell(platform, kept);
};
