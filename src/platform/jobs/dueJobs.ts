import { automation } from "../actor.ts";
import { CollectedWork } from "../collectedWork.ts";
import { afterDeadlock } from "../database/afterDeadlock.ts";
import type { Tx } from "../database/open.ts";
import { keep, tell } from "../keep.ts";
import type { Platform } from "../platform.ts";
import { later } from "../time.ts";
import { traced } from "../tracing/traced.ts";
import { doAtOnce } from "./atOnce.ts";
import { handlerOf } from "./handlerOf.ts";
import { type Claimed, claimJob, doOutside } from "./outside.ts";
import { type Due, takeFirst, takeOfOrder, takeOnly } from "./takeJobs.ts";

const defaultAttempts = 8;
/** Longer than any of our calls outside may take. */
const defaultLease = "PT5M";

export interface DueOptions {
  now: string;
  /** Each job lives at the moment it was due, for the demo company and simulations. */
  atItsTime: boolean;
  /** Only what is due for this order. */
  orderId?: string;
}

/** Doubling pauses from one minute up to an hour. */
export const pauseAfter = (attempts: number) => `PT${Math.min(60, 2 ** (attempts - 1))}M`;

/** A job whose process died each time it was tried: it is not tried for ever. */
const diedEachTime = (platform: Platform, { kind, attempts }: Due) =>
  attempts > 0 && attempts >= (platform.job(kind)?.attempts ?? defaultAttempts);

/** Runs jobs and removes them with everything they led to, all in one transaction; those that reach outside are kept for it. */
const runInside = (platform: Platform, options: DueOptions, takes: (tx: Tx) => Promise<Due[]>) =>
  platform.database.db.transaction().execute(async (tx) => {
    const due = await takes(tx);
    const claims: Claimed[] = [];
    const works: CollectedWork[] = [];
    const done: number[] = [];
    for (const each of due) {
      if (diedEachTime(platform, each)) throw new Error("The process ended each time before this was done");
      const as = { action: each.kind, actor: automation(each.kind) };
      const now = options.atItsTime ? each.runAt : platform.now();
      const work = new CollectedWork(platform, tx, { ...as, now });
      const does = () => handlerOf(platform, each)(work);
      const outside = await traced({ name: each.kind, as: "work", askedIn: each.traceparent }, async () =>
        does(),
      );
      works.push(work);
      if (!outside) done.push(each.id);
      else {
        const lease = platform.job(each.kind)?.lease ?? defaultLease;
        claims.push(await claimJob(tx, { due: each, outside, as }, { now: options.now, lease }));
      }
    }
    await doAtOnce(platform, tx, works);
    return { ran: due.length, claims, kept: await keep(platform, tx, works, done) };
  });

/**
 * Runs jobs and gives how many; what was given up for another's transaction is done again at once. What they do outside comes after
 * their transaction, and such a job is removed when that is over.
 */
const runTaken = async (
  platform: Platform,
  options: DueOptions,
  takes: (tx: Tx) => Promise<Due[]>,
): Promise<number> => {
  const { ran, claims, kept } = await afterDeadlock(() => runInside(platform, options, takes));
  tell(platform, kept);
  for (const claim of claims) await settleClaim(platform, claim, options);
  return ran;
};

/** When what came of it cannot be written, the job comes again later. */
const settleClaim = async (platform: Platform, claim: Claimed, options: DueOptions) => {
  try {
    await doOutside(platform, claim, options.atItsTime);
  } catch (error) {
    await putBack(platform, claim.due, error, { now: options.now, claim: claim.claim });
  }
};

const putBack = async (
  platform: Platform,
  due: Due,
  error: unknown,
  { now, claim }: { now: string; claim?: string },
) => {
  const attempts = due.attempts + 1;
  const most = platform.job(due.kind)?.attempts ?? defaultAttempts;
  await platform.database.db
    .updateTable("jobs")
    .set({
      attempts,
      claim: null,
      status: attempts >= most ? "dead" : "waiting",
      runAt: later(now, pauseAfter(attempts)),
      lastError: (error instanceof Error ? error.message : String(error)).slice(0, 2000),
    })
    .where("id", "=", due.id)
    .$if(claim !== undefined, (update) => update.where("claim", "=", claim!))
    .execute();
};

/** The first of a group whose transaction failed, by itself; when it fails again it is put back for later. */
const runAlone = async (platform: Platform, due: Due, options: DueOptions): Promise<number> => {
  try {
    return await runTaken(platform, options, (tx) => takeOnly(tx, due.id));
  } catch (error) {
    await putBack(platform, due, error, options);
    return 1;
  }
};

const take = (tx: Tx, { now, orderId }: DueOptions) =>
  orderId ? takeOfOrder(tx, orderId, now) : takeFirst(tx, now);

/**
 * Runs what is due first, with what goes along with it, and gives how many jobs that were; none when nothing is due.
 * When one of a group fails, nothing of the group happened: its first goes alone, and the others come again after it.
 */
export const runNext = async (platform: Platform, options: DueOptions): Promise<number> => {
  let taken: Due[] = [];
  try {
    return await runTaken(platform, options, async (tx) => (taken = await take(tx, options)));
  } catch (error) {
    const [first] = taken;
    if (!first) throw error;
    if (taken.length > 1) return runAlone(platform, first, options);
    await putBack(platform, first, error, options);
    return 1;
  }
};

/**
 * Runs everything that is due at this moment of the platform's clock and returns how many jobs ran.
 * With `atItsTime` each job lives at the moment it was due, for the demo company and simulations.
 */
export const runDueJobs = async (
  platform: Platform,
  { until = platform.now(), atItsTime = false }: { until?: string; atItsTime?: boolean } = {},
): Promise<number> => {
  let ran = 0;
  for (let more = 1; more > 0; ran += more) more = await runNext(platform, { now: until, atItsTime });
  return ran;
};
