import { sql } from "kysely";
import { automation } from "../actor.ts";
import { CollectedWork } from "../collectedWork.ts";
import type { Tx } from "../database/open.ts";
import { keep } from "../keep.ts";
import type { Platform } from "../platform.ts";
import { later } from "../time.ts";
import type { Work } from "../work.ts";

const defaultAttempts = 8;
/** Listeners of one order that go together at most. */
const mostTogether = 20;

interface Due {
  id: number;
  kind: string;
  payload: unknown;
  eventId: number | null;
  attempts: number;
  runAt: string;
}

export interface DueOptions {
  now: string;
  /** Each job lives at the moment it was due, for the demo company and simulations. */
  atItsTime: boolean;
}

/** Doubling pauses from one minute up to an hour. */
export const pauseAfter = (attempts: number) => `PT${Math.min(60, 2 ** (attempts - 1))}M`;

const handlerOf = (platform: Platform, due: Due): ((work: Work) => Promise<void>) => {
  const listener = platform.listener(due.kind);
  if (listener)
    return (work) => listener.run(work, due.payload, { eventId: due.eventId ?? 0, at: due.runAt });
  const job = platform.job(due.kind);
  if (job) return (work) => job.run(work, due.payload);
  throw new Error(`Nothing here handles jobs of kind ${due.kind}`);
};

/**
 * Takes the job that is due first; when it is a listener, the other listeners that wait for the same order come along.
 * They only write in the database, so one transaction does for all. Jobs may reach outside and each go alone.
 * `coalesce` keeps the planner from the index on events, through which it would read every listener there is.
 */
const take = async (tx: Tx, { now }: DueOptions): Promise<Due[]> => {
  const { rows } = await sql<Due>`
    with first as materialized (
      select id, order_id, event_id from jobs where status = 'waiting' and run_at <= ${now}
      order by run_at, id limit 1 for update skip locked
    ), along as materialized (
      select id from jobs
      where order_id = (select order_id from first where event_id is not null)
        and status = 'waiting' and run_at <= ${now} and coalesce(event_id, 0) > 0 and attempts = 0
      order by run_at, id limit ${mostTogether} for update skip locked
    )
    select id, kind, payload, event_id, attempts, run_at from jobs
    where id in (select id from first union select id from along)
    order by run_at, id`.execute(tx);
  return rows;
};

const takeOnly = async (tx: Tx, id: number): Promise<Due[]> =>
  tx
    .selectFrom("jobs")
    .select(["id", "kind", "payload", "eventId", "attempts", "runAt"])
    .where("id", "=", id)
    .where("status", "=", "waiting")
    .forUpdate()
    .skipLocked()
    .execute();

/** Runs jobs and removes them with everything they led to, all in one transaction; gives how many. */
const runTaken = async (
  platform: Platform,
  options: DueOptions,
  takes: (tx: Tx) => Promise<Due[]>,
): Promise<number> => {
  const done = await platform.database.db.transaction().execute(async (tx) => {
    const due = await takes(tx);
    const works: CollectedWork[] = [];
    for (const each of due) {
      const actor = automation(each.kind);
      const now = options.atItsTime ? each.runAt : platform.now();
      const work = new CollectedWork(platform, tx, { action: each.kind, actor, now });
      await handlerOf(platform, each)(work);
      works.push(work);
    }
    const ids = due.map(({ id }) => id);
    return { ran: ids.length, eventIds: await keep(platform, tx, works, ids) };
  });
  platform.committed(done.eventIds);
  return done.ran;
};

const putBack = async (platform: Platform, due: Due, error: unknown, now: string) => {
  const attempts = due.attempts + 1;
  const most = platform.job(due.kind)?.attempts ?? defaultAttempts;
  await platform.database.db
    .updateTable("jobs")
    .set({
      attempts,
      status: attempts >= most ? "dead" : "waiting",
      runAt: later(now, pauseAfter(attempts)),
      lastError: (error instanceof Error ? error.message : String(error)).slice(0, 2000),
    })
    .where("id", "=", due.id)
    .execute();
};

/** The first of a group whose transaction failed, by itself; when it fails again it is put back for later. */
const runAlone = async (platform: Platform, due: Due, options: DueOptions): Promise<number> => {
  try {
    return await runTaken(platform, options, (tx) => takeOnly(tx, due.id));
  } catch (error) {
    await putBack(platform, due, error, options.now);
    return 1;
  }
};

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
    await putBack(platform, first, error, options.now);
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
