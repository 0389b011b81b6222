import type { Platform } from "../platform.ts";
import type { Work } from "../work.ts";
import type { Outside } from "./jobs.ts";
import type { Due } from "./takeJobs.ts";

/** What is done for a job that is due: a listener hears its event, or a job runs. Throws when nothing here handles it. */
export const handlerOf = (
  platform: Platform,
  due: Pick<Due, "kind" | "payload" | "eventId" | "runAt">,
): ((work: Work) => Promise<Outside | void>) => {
  const listener = platform.listener(due.kind);
  if (listener)
    return (work) => listener.run(work, due.payload, { eventId: due.eventId ?? 0, at: due.runAt });
  const job = platform.job(due.kind);
  if (job) return (work) => job.run(work, due.payload);
  throw new Error(`Nothing here handles jobs of kind ${due.kind}`);
};
