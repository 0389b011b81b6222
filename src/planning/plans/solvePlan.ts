import { compilePlan } from "../optimizer/compilePlan.ts";
import type { Assignment, PlanProblem, Task } from "../optimizer/model.ts";
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

interface SolveEffort extends Omit<Effort, "from" | "onProgress"> {
  onProgress?: (progress: SolveProgress) => void;
  /** Forms crews as well. */
  formCrews?: boolean;
}

/** Where every visit then stands, and, when crews were formed, who goes with each crew. */
export interface SolvedPlan {
  places: Map<string, PlanPlace>;
  crews: Map<string, string[]> | null;
}

/** Solves a plan, as far as it may move, from how it stands. */
export const solvePlan = async (
  state: PlanState,
  free: ReadonlySet<string>,
  { onProgress, formCrews = false, ...rest }: SolveEffort,
): Promise<SolvedPlan> => {
  const problem = problemFor(state, free);
  const compiled = compilePlan(problem, state.assignment, { formCrews });
  const solved = await solve(compiled.problem, {
    ...rest,
    from: compiled.from,
    ...(onProgress && {
      onProgress: ({ found, seconds, steps }) => {
        const visitsPlanned = [...compiled.assignment(found.plan).values()].flat().length;
        onProgress({ seconds, steps, cost: Math.round(found.cost + found.missing), visitsPlanned });
      },
    }),
  });
  const kept = new Map([...placesOf(state)].filter(([id]) => !problem.tasks.some((task) => task.id === id)));
  const assignment = compiled.assignment(solved.plan);
  return {
    places: inOrder(withAssigned(kept, state, assignment), assignment),
    crews: formCrews && solved.members ? compiled.crews(solved.members) : null,
  };
};

const withAssigned = (places: Map<string, PlanPlace>, state: PlanState, assignment: Assignment) => {
  const slots = new Map(state.problem.slots.map((slot) => [slot.crewId, slot]));
  for (const [crewId, placed] of assignment)
    for (const [index, { taskId, part, notBefore }] of placed.entries()) {
      const slot = slots.get(crewId)!;
      const isPinned = state.places.get(taskId)?.isPinned ?? false;
      places.set(taskId, { crewId, on: slot.on, part, start: notBefore ?? slot.opens + index, isPinned });
    }
  return places;
};

export interface SolveProgress {
  seconds: number;
  steps: number;
  cost: number;
  visitsPlanned: number;
}

/** Gives visits of a day rising starts, so that the order of driving is kept until the times are worked out. */
const inOrder = (places: Map<string, PlanPlace>, assignment: Assignment): Map<string, PlanPlace> => {
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
