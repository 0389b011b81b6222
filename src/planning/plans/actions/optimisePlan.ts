import { action, actorName, invalidInput, notFound } from "#platform";
import { planning as contract } from "../../contract.ts";
import { planChanged } from "../../events.ts";
import { mayPlan } from "../../policy.ts";
import { optimiseJob } from "../optimiseJob.ts";
import type { PlanState } from "../planState.ts";
import { lockPlan } from "../planStore.ts";
import { notInPlan, planIsSolving } from "../problems.ts";
import { runOfPlan, runView } from "../runs.ts";

const mustBeIn = ({ data }: PlanState, visitIds: readonly string[]) => {
  if (visitIds.length === 0)
    throw invalidInput({
      errors: [{ pointer: "/visitIds", problem: "too-small", message: "choose at least one visit" }],
    });
  const known = new Set(data.visits.map(({ id }) => id));
  const strange = visitIds.filter((id) => !known.has(id));
  if (strange.length > 0) throw notInPlan({ ids: strange });
};

/** Starts the optimiser for a draft; it goes on in the background and puts its result in the draft as one step. */
export const optimisePlan = action(
  contract.optimisePlan,
  async (work, { planId, scope, visitIds, seconds, formCrews }) => {
    const { tx, now } = work;
    work.authorize(mayPlan(work.actor));
    const { state } = await lockPlan(work, planId);
    if (scope === "selection") mustBeIn(state, visitIds);
    const last = await runOfPlan(tx, planId, now);
    if (last?.status === "running") throw planIsSolving();
    await tx
      .updateTable("planRuns")
      .set({ status: "failed", problem: "process_lost", endedAt: now })
      .where("planId", "=", planId)
      .where("status", "=", "running")
      .execute();
    const { id } = await tx
      .insertInto("planRuns")
      .values({
        planId,
        scope,
        visitIds: [...visitIds],
        seconds,
        formsCrews: formCrews,
        visitsPlanned: state.places.size,
        visitsAll: state.data.visits.length,
        startedBy: actorName(work.actor) ?? "",
        startedAt: now,
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    work.schedule(optimiseJob({ runId: id }));
    work.announce(planChanged({ id: planId, what: "optimising" }));
    return runView(tx, id, now);
  },
);

/** Good enough: the optimiser takes the best it has. */
export const stopRun = action(contract.stopRun, async (work, { runId }) => {
  work.authorize(mayPlan(work.actor));
  const stopped = await work.tx
    .updateTable("planRuns")
    .set({ stopAsked: true })
    .where("id", "=", runId)
    .returning("id")
    .executeTakeFirst();
  if (!stopped) throw notFound();
  return runView(work.tx, runId, work.now);
});
