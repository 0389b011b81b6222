import { Cron } from "croner";
import { automation } from "../actor.ts";
import { json } from "../database/json.ts";
import { inTransaction, perform } from "../perform.ts";
import type { Platform } from "../platform.ts";
import { houseZone, later } from "../time.ts";
import type { Work } from "../work.ts";

const defaultAttempts = 8;
const recurringKind = "platform/recurring";

interface Due {
  id: number;
  kind: string;
  payload: unknown;
  eventId: number | null;
  attempts: number;
  runAt: string;
}

/** Doubling pauses from one minute up to an hour. */
export const pauseAfter = (attempts: number) => `PT${Math.min(60, 2 ** (attempts - 1))}M`;

const handlerOf = (platform: Platform, due: Due): ((work: Work) => Promise<void>) | undefined => {
  const listener = platform.listener(due.kind);
  if (listener)
    return (work) => listener.run(work, due.payload, { eventId: due.eventId ?? 0, at: due.runAt });
  const job = platform.job(due.kind);
  if (job) return (work) => job.run(work, due.payload);
  return undefined;
};

/** Takes the next due job, runs it and removes it, all in one transaction; on failure puts it back for later. */
const runNext = async (
  platform: Platform,
  options: { now: string; atItsTime: boolean },
): Promise<boolean> => {
  let due: Due | undefined;
  try {
    const eventIds = await platform.database.db.transaction().execute(async (tx) => {
      due = await tx
        .selectFrom("jobs")
        .select(["id", "kind", "payload", "eventId", "attempts", "runAt"])
        .where("status", "=", "waiting")
        .where("runAt", "<=", options.now)
        .orderBy("runAt")
        .orderBy("id")
        .limit(1)
        .forUpdate()
        .skipLocked()
        .executeTakeFirst();
      if (!due) return null;
      const run = handlerOf(platform, due);
      if (!run) throw new Error(`Nothing here handles jobs of kind ${due.kind}`);
      const as = {
        action: due.kind,
        actor: automation(due.kind),
        now: options.atItsTime ? due.runAt : platform.now(),
      };
      const done = await perform(platform, tx, as, run);
      await tx.deleteFrom("jobs").where("id", "=", due.id).execute();
      return done.eventIds;
    });
    if (eventIds === null) return false;
    platform.committed(eventIds);
  } catch (error) {
    if (!due) throw error;
    await putBack(platform, due, error, options.now);
  }
  return true;
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

/**
 * Runs everything that is due at this moment of the platform's clock and returns how many jobs ran.
 * With `atItsTime` each job lives at the moment it was due, for the demo company and simulations.
 */
export const runDueJobs = async (
  platform: Platform,
  { until = platform.now(), atItsTime = false }: { until?: string; atItsTime?: boolean } = {},
): Promise<number> => {
  let ran = 0;
  while (await runNext(platform, { now: until, atItsTime })) ran += 1;
  return ran;
};

/** Puts a dead job back in the queue; says whether there was one. */
export const replayJob = async (work: Work, jobId: number): Promise<boolean> => {
  const { numUpdatedRows } = await work.tx
    .updateTable("jobs")
    .set({ status: "waiting", attempts: 0, runAt: work.now })
    .where("id", "=", jobId)
    .where("status", "=", "dead")
    .executeTakeFirst();
  return numUpdatedRows > 0n;
};

/** Runs the recurring work whose time has come since it last ran; one process at a time does each. */
export const runRecurring = async (platform: Platform): Promise<void> => {
  const now = platform.now();
  for (const { name, pattern, run } of platform.recurring) {
    const key = `${recurringKind}:${name}`;
    await inTransaction(platform, { action: name, actor: automation(name) }, async (work) => {
      const next = new Cron(pattern, { timezone: houseZone }).nextRun(new Date(now))?.toISOString();
      await work.tx
        .insertInto("settings")
        .values({ key, value: json(next) })
        .onConflict((conflict) => conflict.column("key").doNothing())
        .execute();
      const setting = await work.tx
        .selectFrom("settings")
        .select("value")
        .where("key", "=", key)
        .forUpdate()
        .skipLocked()
        .executeTakeFirst();
      if (typeof setting?.value !== "string" || setting.value > now) return;
      await run(work);
      await work.tx
        .updateTable("settings")
        .set({ value: json(next) })
        .where("key", "=", key)
        .execute();
    });
  }
};

export interface Worker {
  /** Looks for work now instead of at the next tick. */
  wake(): void;
  /** Finishes what is running and takes nothing new. */
  stop(): Promise<void>;
}

/** Works through the queue with `lanes` jobs at a time, waking at least every `tickMilliseconds`. */
export const startWorker = (
  platform: Platform,
  {
    lanes = 4,
    tickMilliseconds = 500,
    onError,
  }: { lanes?: number; tickMilliseconds?: number; onError: (error: unknown) => void },
): Worker => {
  let stopped = false;
  const wakeUp: (() => void)[] = [];
  let calls = 0;
  /** Rests until the next tick or call; a call that came while the lane was looking counts too. */
  const rest = (callsSeen: number) =>
    new Promise<void>((resolve) => {
      if (stopped || calls !== callsSeen) return resolve();
      const timer = setTimeout(resolve, tickMilliseconds);
      wakeUp.push(() => {
        clearTimeout(timer);
        resolve();
      });
    });
  const wake = () => {
    calls += 1;
    for (const up of wakeUp.splice(0)) up();
  };
  const lane = async (isFirst: boolean) => {
    let recurringAt = 0;
    while (!stopped) {
      const callsSeen = calls;
      try {
        if (isFirst && Date.now() - recurringAt > 30_000) {
          recurringAt = Date.now();
          await runRecurring(platform);
        }
        if (!(await runNext(platform, { now: platform.now(), atItsTime: false }))) await rest(callsSeen);
      } catch (error) {
        onError(error);
        await rest(calls);
      }
    }
  };
  const running = Array.from({ length: lanes }, (_, index) => lane(index === 0));
  return {
    wake,
    async stop() {
      stopped = true;
      wake();
      await Promise.all(running);
    },
  };
};
