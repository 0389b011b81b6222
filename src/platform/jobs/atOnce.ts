import { automation } from "../actor.ts";
import { CollectedWork } from "../collectedWork.ts";
import type { Tx } from "../database/open.ts";
import type { Platform } from "../platform.ts";
import { handlerOf } from "./handlerOf.ts";
import type { Scheduled } from "./jobs.ts";

/** Jobs of a piece of work that are due already; those under a key that was seen are left out, as the queue would. */
const dueIn = (platform: Platform, work: CollectedWork, seen: Set<string>): Scheduled[] => {
  const heard = work.announcements.flatMap(({ name, payload }) =>
    platform.listenersOf(name).map((listener) => ({ kind: listener.name, payload })),
  );
  const isDue = ({ at }: Scheduled) => at === undefined || at <= work.now;
  const due = work.scheduled.filter(isDue);
  work.scheduled.splice(0, work.scheduled.length, ...work.scheduled.filter((each) => !isDue(each)));
  const fresh = due.filter(({ key }) => key === undefined || (!seen.has(key) && seen.add(key)));
  return [...heard, ...fresh];
};

/**
 * Where a house lives its past (`Platform.isPast`): what pieces of work lead to at once, listeners and jobs, is done in their own
 * transaction, one after the other, and added to `works`. Nobody waits for an answer there, and the queue would hold each for
 * a moment only. What reaches outside goes through the queue.
 */
export const doAtOnce = async (platform: Platform, tx: Tx, works: CollectedWork[]): Promise<void> => {
  if (!platform.isPast) return;
  const seen = new Set<string>();
  const waiting = works.flatMap((work) => dueIn(platform, work, seen).map((job) => ({ job, now: work.now })));
  for (const { job, now } of waiting) {
    const { kind, payload } = job;
    const work = new CollectedWork(platform, tx, { action: kind, actor: automation(kind), now });
    const outside = await handlerOf(platform, { kind, payload, eventId: null, runAt: now })(work);
    if (outside) work.scheduled.push(job);
    else waiting.push(...dueIn(platform, work, seen).map((next) => ({ job: next, now })));
    works.push(work);
  }
};
