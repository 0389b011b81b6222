import { sql } from "kysely";
import { z } from "zod";
import {
  type Day,
  type Db,
  dayOf,
  isGivenUp,
  type JobKind,
  job,
  type Outcome,
  outside,
  type Work,
} from "#platform";
import { planChanged } from "../events.ts";
import { makesOf, sameMake } from "./crews/make.ts";
import { type PlanState, placesOf } from "./planState.ts";
import { lockPlan, readPlan, samePlaceAnyTime } from "./planStore.ts";
import { runProblemOf } from "./runProblem.ts";
import { movable, type SolvedPlan, type SolveProgress, solvePlan } from "./solvePlan.ts";
import { takeStep } from "./steps.ts";
import type { RunProblem } from "./views.ts";

interface Run {
  id: string;
  planId: string;
  scope: "all" | "selection" | "rest";
  visitIds: string[];
  seconds: number;
  formsCrews: boolean;
  /** More than none once a process has begun. */
  secondsPassed: number;
}

const lookEveryMilliseconds = 250;

/** Tells how far it is, and asks whether somebody said "good enough". */
const watch = (db: Db, run: Run, stop: AbortController) => {
  let progress: SolveProgress | null = null;
  const begin = performance.now();
  let busy = false;
  const look = async () => {
    if (busy) return;
    busy = true;
    const { stopAsked } = await db
      .updateTable("planRuns")
      .set({
        secondsPassed: (performance.now() - begin) / 1000,
        ...(progress && {
          steps: progress.steps,
          cost: progress.cost,
          visitsPlanned: progress.visitsPlanned,
        }),
      })
      .where("id", "=", run.id)
      .returning("stopAsked")
      .executeTakeFirstOrThrow();
    if (stopAsked) stop.abort();
    busy = false;
  };
  const timer = setInterval(() => void look().catch(() => (busy = false)), lookEveryMilliseconds);
  return {
    onProgress: (next: SolveProgress) => (progress = next),
    end: async () => {
      clearInterval(timer);
      await look().catch(() => undefined);
    },
  };
};

interface Ended {
  /** The draft as it was solved, the visits that might move, and what was found. */
  before: PlanState;
  free: Set<string>;
  solved: SolvedPlan;
  isStopped: boolean;
}

const solveRun = async (db: Db, run: Run, today: Day): Promise<Ended> => {
  const scope =
    run.scope === "selection" ? { scope: run.scope, visitIds: run.visitIds } : { scope: run.scope };
  const { state: before } = await readPlan(db, run.planId, { today });
  const free = movable(before, scope);
  const stop = new AbortController();
  const watching = watch(db, run, stop);
  try {
    const solved = await solvePlan(before, free, {
      seconds: run.seconds,
      formCrews: run.formsCrews,
      signal: stop.signal,
      onProgress: watching.onProgress,
    });
    return { before, free, solved, isStopped: stop.signal.aborted };
  } finally {
    await watching.end();
  }
};

/** What somebody moved meanwhile stays where it was put. */
const placesAfter = (now: PlanState, { before, free, solved }: Ended) => {
  const wanted = placesOf(now);
  for (const id of free) {
    if (!samePlaceAnyTime(wanted.get(id), before.places.get(id))) continue;
    const place = solved.places.get(id);
    if (place) wanted.set(id, place);
    else wanted.delete(id);
  }
  for (const [id, place] of solved.places)
    if (!free.has(id) && samePlaceAnyTime(wanted.get(id), place)) wanted.set(id, place);
  return wanted;
};

/** The crews as they were formed; on a day on which somebody changed one meanwhile they all stay. */
const makesAfter = (now: PlanState, before: PlanState, formed: ReadonlyMap<string, string[]>) => {
  const makes = makesOf(now.data.crews);
  const then = makesOf(before.data.crews);
  const changed = new Set(
    now.data.crews
      .filter(({ crewId }) => !then.has(crewId) || !sameMake(then.get(crewId)!, makes.get(crewId)!))
      .map(({ onDay }) => onDay),
  );
  for (const { crewId, onDay, members } of now.data.crews) {
    const ids = formed.get(crewId);
    if (!ids || changed.has(onDay)) continue;
    const absent = members.filter(({ isAbsent }) => isAbsent).map(({ id }) => id);
    makes.set(crewId, { ...makes.get(crewId)!, memberIds: inFormerOrder([...ids, ...absent], members) });
  }
  return makes;
};

/** Who was with the crew keeps the place, so that forming it as it was changes nothing. */
const inFormerOrder = (ids: readonly string[], members: readonly { id: string }[]) => {
  const former = members.map(({ id }) => id).filter((id) => ids.includes(id));
  return [...former, ...ids.filter((id) => !former.includes(id))];
};

/** Puts what was found in the draft as one step, if it still is one. */
const takeOver = async (work: Work, run: Run, ended: Ended) => {
  const plan = await lockPlan(work, run.planId);
  const places = placesAfter(plan.state, ended);
  const { crews } = ended.solved;
  const makes = crews ? makesAfter(plan.state, ended.before, crews) : undefined;
  await takeStep(work, plan, { places, ...(makes && { makes }) }, { kind: "optimise" });
};

interface End {
  status: "done" | "stopped" | "failed";
  problem: RunProblem | null;
}

const endRun = async (work: Work, run: Run, end: End) => {
  await work.tx
    .updateTable("planRuns")
    .set({ ...end, endedAt: work.now })
    .where("id", "=", run.id)
    .execute();
  work.announce(planChanged({ id: run.planId, what: "optimised" }));
};

/** What the draft refuses is undone, and told with the end of the run. */
const settleRun = async (work: Work, run: Run, outcome: Outcome<Ended>): Promise<End> => {
  const failed = (error: unknown): End => {
    return { status: "failed", problem: runProblemOf(work, error, "planning/optimise") };
  };
  if ("error" in outcome) return failed(outcome.error);
  await sql`savepoint before_taking_over`.execute(work.tx);
  try {
    await takeOver(work, run, outcome.value);
  } catch (error) {
    if (isGivenUp(error)) throw error;
    await sql`rollback to savepoint before_taking_over`.execute(work.tx);
    return failed(error);
  }
  return { status: outcome.value.isStopped ? "stopped" : "done", problem: null };
};

/** Runs the optimiser for a draft, holding nothing meanwhile, and puts what it found in it. */
export const optimiseJob: JobKind<{ runId: string }> = job(
  "planning/optimise",
  z.object({ runId: z.string() }),
  async (work, { runId }) => {
    const { tx, aside, now } = work;
    const run = (await tx.selectFrom("planRuns").selectAll().where("id", "=", runId).executeTakeFirst()) as
      | (Run & { status: string })
      | undefined;
    if (!run || run.status !== "running") return;
    // The process that began is gone; by now somebody went on with the draft, or asked again.
    if (run.secondsPassed > 0) return endRun(work, run, { status: "failed", problem: "process_lost" });
    return outside(
      () => solveRun(aside, run, dayOf(now)),
      async (settling, outcome) => endRun(settling, run, await settleRun(settling, run, outcome)),
    );
  },
  { attempts: 2, lease: "PT15M" },
);
