import { sql } from "kysely";
import { type Db, type Instant, notFound } from "#platform";
import type { PlanRun } from "./views.ts";

/** A run tells four times a second how far it is; one that told nothing for this long has lost its process. */
const silentSeconds = 15;
/** So has one that was not begun this long after its time. */
const lateSeconds = 60;

const isLost = (now: Instant) => sql`status = 'running' and started_at
  + make_interval(secs => case when seconds_passed > 0 then seconds_passed + ${silentSeconds}
    else seconds + ${lateSeconds} end) < ${now}`;

const runRows = (db: Db, now: Instant) =>
  db
    .selectFrom("planRuns")
    .select(["id", "planId", "scope", "formsCrews", "seconds", "secondsPassed", "visitsPlanned", "visitsAll"])
    .select(["startedBy", "startedAt"])
    .select([sql<number>`steps::float8`.as("steps"), sql<number>`cost::float8`.as("cost")])
    .select(sql<string>`case when ${isLost(now)} then 'failed' else status end`.as("status"))
    .select(
      sql<PlanRun["problem"]>`case when ${isLost(now)} then 'process_lost' else problem end`.as("problem"),
    );

export const runView = async (db: Db, runId: string, now: Instant): Promise<PlanRun> => {
  const row = await runRows(db, now).where("id", "=", runId).executeTakeFirst();
  if (!row) throw notFound();
  return row as PlanRun;
};

/** The run of a plan that is at work, or the last one. */
export const runOfPlan = async (db: Db, planId: string, now: Instant): Promise<PlanRun | null> => {
  const row = await runRows(db, now)
    .where("planId", "=", planId)
    .orderBy("startedAt", "desc")
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();
  return (row as PlanRun | undefined) ?? null;
};
