import { compilePlan } from "../optimizer/compilePlan.ts";
import type { PlanProblem, Task } from "../optimizer/model.ts";
import { type Effort, solve } from "../optimizer/solve.ts";
import { isLocked, type PlanState, placesOf } from "./planState.ts";
import type { PlanPlace } from "./views.ts";

export type Scope = { scope: "all" | "rest" } | { scope: "selection"; visitIds: readonly string[] };

/** Visits the optimiser may move: no pinned ones, none under way, and no more than was asked. */
export const movable = (state: PlanState, scope: Scope): Set<string> => {
  const chosen = scope.scope === "selection" ? new Set(scope.visitIds) : null;
  return new Set(
    state.data.visits
      .filter((visit) => !isLocked(visit) && !state.places.get(visit.id)?.isPinned)
      .filter(({ id }) => (chosen ? chosen.has(id) : scope.scope === "all" || !state.places.has(id)))
      .map(({ id }) => id),
  );
};

/** What may not move stays with its crew and part of the day; its time may shift within them. */
const stays = (task: Task, place: PlanPlace | undefined): Task => {
  if (!place || task.fixed) return task;
  const option = task.options.find(({ on, part }) => on === place.on && part === place.part);
  return {
    ...task,
    staysWith: place.crewId,
    options: option
      ? [option]
      : [{ on: place.on, part: place.part, opens: place.start, closes: place.start }],
  };
};

/** The problem that is left when only some visits may move; what stands nowhere and may not move is left out. */
export const problemFor = (state: PlanState, free: ReadonlySet<string>): PlanProblem => ({
  ...state.problem,
  tasks: state.problem.tasks
    .filter(({ id }) => free.has(id) || state.places.has(id))
    .map((task) => (free.has(task.id) ? task : stays(task, state.places.get(task.id)))),
});

/** Solves a plan, as far as it may move, from how it stands; answers with where every visit then stands. */
export const solvePlan = async (
  state: PlanState,
  free: ReadonlySet<string>,
  effort: Omit<Effort, "from" | "onProgress"> & { onProgress?: (progress: SolveProgress) => void },
): Promise<Map<string, PlanPlace>> => {
  const problem = problemFor(state, free);
  const compiled = compilePlan(problem, state.assignment);
  const { onProgress, ...rest } = effort;
  const priorities = new Map(state.data.visits.map(({ id, priority }) => [id, priority]));
  const solved = await solve(compiled.problem, {
    ...rest,
    from: compiled.from,
    ...(onProgress && {
      onProgress: ({ found, seconds, steps }) => {
        const planned = found.plan.flatMap(({ visits }) => visits.map((visit) => problem.tasks[visit]!.id));
        const priorityPlanned = planned.reduce((sum, id) => sum + (priorities.get(id) ?? 0), 0);
        onProgress({ seconds, steps, cost: Math.round(found.cost + found.missing), priorityPlanned });
      },
    }),
  });
  const places = new Map(
    [...placesOf(state)].filter(([id]) => !problem.tasks.some((task) => task.id === id)),
  );
  const slots = new Map(problem.slots.map((slot) => [slot.crewId, slot]));
  for (const [crewId, placed] of compiled.assignment(solved.plan))
    for (const [index, { taskId, part, notBefore }] of placed.entries()) {
      const slot = slots.get(crewId)!;
      const former = state.places.get(taskId);
      const isPinned = former?.isPinned ?? false;
      places.set(taskId, { crewId, on: slot.on, part, start: notBefore ?? slot.opens + index, isPinned });
    }
  return inOrder(places, compiled.assignment(solved.plan));
};

export interface SolveProgress {
  seconds: number;
  steps: number;
  cost: number;
  priorityPlanned: number;
}

/** Gives visits of a day rising starts, so that the order of driving is kept until the times are worked out. */
const inOrder = (
  places: Map<string, PlanPlace>,
  assignment: ReadonlyMap<string, readonly { taskId: string }[]>,
): Map<string, PlanPlace> => {
  for (const placed of assignment.values()) {
    let last = -1;
    for (const { taskId } of placed) {
      const place = places.get(taskId)!;
      const start = place.isPinned ? place.start : Math.max(last + 1, place.start);
      places.set(taskId, { ...place, start });
      last = start;
    }
  }
  return places;
};
