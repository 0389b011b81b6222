import { sql } from "kysely";
import { action, query } from "../action.ts";
import { hasScope } from "../actor.ts";
import { notFound } from "../contract/index.ts";
import { replayJob } from "../jobs/replayJob.ts";
import { pageByKeyset } from "../listing.ts";
import { desk } from "./contract.ts";

const inOrder = sql<string>`lpad(j.id::text, 19, '0')`;

/** Work that waits for a person because it kept failing. */
export const deadJobs = query(desk.deadJobs, async ({ db, actor, authorize }, page) => {
  authorize(hasScope(actor, "admin.settings"));
  const select = db
    .selectFrom("jobs as j")
    .select(["j.kind", "j.payload", "j.orderId", "j.attempts", "j.lastError", "j.createdAt"])
    .select(inOrder.as("id"))
    .where("j.status", "=", "dead");
  return pageByKeyset(select, page, { columns: { createdAt: sql`j.created_at` }, id: inOrder });
});

/** Puts failed work back in the queue, to be tried afresh. */
export const tryAgain = action(desk.replayJob, async (work, { jobId }) => {
  work.authorize(hasScope(work.actor, "admin.settings"));
  if (!(await replayJob(work, Number(jobId)))) throw notFound();
  work.note({ recordType: "job", changes: { jobId: Number(jobId) } });
  return { done: true as const };
});
