import { z } from "zod";
import { dayOf, type JobKind, job, type Work } from "#platform";
import { planChanged } from "../events.ts";
import { makesOf, sameMake } from "./crews/make.ts";
import { type PlanState, placesOf } from "./planState.ts";
import { lockPlan, readPlan, samePlace } from "./planStore.ts";
import { movable, type SolvedPlan, type SolveProgress, solvePlan } from "./solvePlan.ts";
import { takeStep } from "./steps.ts";
import type { PlanPlace } from "./views.ts";

interface Run {
  id: string;
  planId: string;
  scope: "all" | "selection" | "rest";
  visitIds: string[];
  seconds: number;
  formsCrews: boolean;
}

const lookEveryMilliseconds = 250;

/** Tells how far it is, and asks whether somebody said "good enough". */
const watch = ({ aside }: Work, run: Run, stop: AbortController) => {
  let progress: SolveProgress | null = null;
  const begin = performance.now();
  let busy = false;
  const look = async () => {
    if (busy) return;
    busy = true;
    const { stopAsked } = await aside
      .updateTable("planRuns")
      .set({
        secondsPassed: (performance.now() - begin) / 1000,
        ...(progress && {
          steps: progress.steps,
          cost: progress.cost,
          priorityPlanned: progress.priorityPlanned,
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

const withoutTime = (place: PlanPlace | undefined) => (place ? { ...place, start: 0 } : undefined);

const solveRun = async (work: Work, run: Run) => {
  const scope =
    run.scope === "selection" ? { scope: run.scope, visitIds: run.visitIds } : { scope: run.scope };
  const { state } = await readPlan(work.aside, run.planId, { today: dayOf(work.now) });
  const free = movable(state, scope);
  const stop = new AbortController();
  const watching = watch(work, run, stop);
  let solved: SolvedPlan;
  try {
    solved = await solvePlan(state, free, {
      seconds: run.seconds,
      formCrews: run.formsCrews,
      signal: stop.signal,
      onProgress: watching.onProgress,
    });
  } finally {
    await watching.end();
  }
  const plan = await lockPlan(work, run.planId);
  const places = placesAfter(plan.state, { began: state, free, solved });
  const makes = solved.crews ? makesAfter(plan.state, state, solved.crews) : undefined;
  await takeStep(work, plan, { places, ...(makes && { makes }) }, { kind: "optimise" });
  return stop.signal.aborted;
};

interface Ended {
  began: PlanState;
  free: ReadonlySet<string>;
  solved: SolvedPlan;
}

/** What somebody moved meanwhile stays where it was put. */
const placesAfter = (now: PlanState, { began, free, solved }: Ended) => {
  const wanted = placesOf(now);
  for (const id of free) {
    if (!samePlace(withoutTime(wanted.get(id)), withoutTime(began.places.get(id)))) continue;
    const place = solved.places.get(id);
    if (place) wanted.set(id, place);
    else wanted.delete(id);
  }
  for (const [id, place] of solved.places)
    if (!free.has(id) && samePlace(withoutTime(wanted.get(id)), withoutTime(place))) wanted.set(id, place);
  return wanted;
};

/** The crews as they were formed; on a day on which somebody changed one meanwhile they all stay. */
const makesAfter = (now: PlanState, began: PlanState, formed: ReadonlyMap<string, string[]>) => {
  const makes = makesOf(now.data.crews);
  const then = makesOf(began.data.crews);
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

/** Runs the optimiser for a draft and puts what it found in it, as one step. */
export const optimiseJob: JobKind<{ runId: string }> = job(
  "planning/optimise",
  z.object({ runId: z.string() }),
  async (work, { runId }) => {
    const run = await work.tx.selectFrom("planRuns").selectAll().where("id", "=", runId).executeTakeFirst();
    if (!run || run.status !== "running") return;
    let status = "done";
    let problem: string | null = null;
    try {
      if (await solveRun(work, run as Run)) status = "stopped";
    } catch (error) {
      status = "failed";
      problem = error instanceof Error ? error.message : String(error);
    }
    await work.tx
      .updateTable("planRuns")
      .set({ status, problem, endedAt: work.now })
      .where("id", "=", runId)
      .execute();
    work.announce(planChanged({ id: run.planId, what: "optimised" }));
  },
  { attempts: 2 },
);
