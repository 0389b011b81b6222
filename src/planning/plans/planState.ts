import type { Day } from "#platform";
import type { Assignment, Placed, PlanProblem, Slot, Task, TaskOption, Team } from "../optimizer/model.ts";
import { type Scored, scorePlan } from "../optimizer/score.ts";
import { pointOf } from "../slots/crewState.ts";
import { partAt, windowOf } from "../slots/dayPart.ts";
import { standingWindow } from "../slots/demand.ts";
import type { CrewFacts } from "./planCrews.ts";
import { inForce, type PlanData, type VisitFacts } from "./planData.ts";
import type { PlanPlace } from "./views.ts";

/** Minutes a crew may come back after the end of its paid day. */
const mostOvertime = 60;
const proposedFirmness = 0.2;

/** Where visits stand in a plan, by visit. */
export type Places = ReadonlyMap<string, PlanPlace>;

/** A plan with what it is made from, scored. */
export interface PlanState {
  data: PlanData;
  places: Places;
  problem: PlanProblem;
  assignment: Assignment;
  scored: Scored;
}

/** Statuses of visits that nobody moves any more. */
export const underWay = ["travelling", "arrived", "in_progress", "completed", "partial"];

/** Under way or done: nobody moves it any more. */
export const isLocked = ({ status }: VisitFacts): boolean => underWay.includes(status);

/** The customer knows day and part of the day. */
export const isFirm = (visit: VisitFacts): boolean =>
  visit.status === "scheduled" && visit.confirmedAt !== null;

const learning = new Set(["apprentice", "junior"]);

/** Who goes in which van; somebody with hours of their own that day stays with the crew when crews are formed. */
const teamOf = ({ members, vanId, van, vanSkills }: CrewFacts, isOut: boolean): Team => ({
  people: members
    .filter(({ isAbsent }) => !isAbsent)
    .map(({ id, name, level, skills, away, despite }) => ({
      id,
      name,
      skills,
      isLearning: learning.has(level),
      stays: isOut || despite || away.length > 0 || members.some(({ isAbsent }) => isAbsent),
    })),
  vanId,
  van,
  vanSkills,
});

const slotOf = (crew: CrewFacts, { travel, lunch }: PlanData, isOut: boolean): Slot => ({
  crewId: crew.crewId,
  crewName: crew.name,
  on: crew.onDay,
  opens: crew.starts,
  closes: crew.ends,
  latest: crew.ends + mostOvertime,
  start: { latitude: crew.latitude, longitude: crew.longitude },
  end: { latitude: crew.endLatitude, longitude: crew.endLongitude },
  skills: crew.skills,
  memberIds: crew.members.filter(({ isAbsent }) => !isAbsent).map(({ id }) => id),
  team: teamOf(crew, isOut),
  maxJobs: crew.maxJobs,
  capacity: crew.capacity,
  away: crew.away,
  lunch,
  travel,
});

const partOption = (on: Day, part: TaskOption["part"]): TaskOption => {
  const { earliest, latest } = windowOf[part];
  return { on, part, opens: earliest, closes: latest };
};

interface Choice {
  days: readonly Day[];
  /** Days before this one are over. */
  today: Day;
  /** Visits that may go to another day or part although the customer knows of one. */
  loose: boolean;
}

const optionsOf = (
  visit: VisitFacts,
  place: PlanPlace | undefined,
  { days, today, loose }: Choice,
): TaskOption[] => {
  // What a planner moved is not held to what the customer knew; it costs, and the customer is told.
  const wasMoved = place && (place.on !== visit.onDay || place.part !== visit.dayPart);
  const open = days.filter((on) => on >= today && (!visit.notBefore || on >= visit.notBefore));
  const stands = visit.status === "scheduled" ? inForce(visit) : null;
  if (isFirm(visit) && !loose && !wasMoved && stands) return [standingOption(visit, stands)];
  const wished = wishedOptions(visit, open);
  const isThere = wished.some(({ on, part }) => on === stands?.on && part === stands.part);
  // Where it stands now is always allowed, so that nobody has to be called without need.
  return stands && !isThere ? [standingOption(visit, stands), ...wished] : wished;
};

/** The promise of a visit that stands, cut to the hours that were agreed on. */
const standingOption = ({ windows }: VisitFacts, { on, part, start }: PlanPlace): TaskOption => {
  const exact = windows.map((each) => [each.on, each.from, each.until] as const);
  const { earliest, latest } = standingWindow({ windows: exact }, { on, part, start });
  return { on, part, opens: earliest, closes: latest };
};

const wishedOptions = (visit: VisitFacts, open: readonly Day[]): TaskOption[] => {
  if (visit.windows.length > 0)
    return visit.windows
      .filter(({ on }) => open.includes(on))
      .map(({ on, from, until }) => ({ on, part: partAt(from), opens: from, closes: until }));
  const parts = visit.wishedPart ? [visit.wishedPart] : (["morning", "afternoon"] as const);
  return open.flatMap((on) => parts.map((part) => partOption(on, part)));
};

const taskOf = (visit: VisitFacts, place: PlanPlace | undefined, choice: Choice): Task => {
  const stands = inForce(visit);
  const isFixed = place && (place.isPinned || isLocked(visit));
  return {
    id: visit.id,
    place: pointOf(visit),
    minutes: visit.minutes,
    skills: visit.skills,
    chargers: visit.chargers,
    priority: visit.priority,
    mustDo: visit.mustDo,
    options: optionsOf(visit, place, choice),
    fixed: isFixed ? { crewId: place.crewId, start: place.start, part: place.part } : null,
    hasBegun: isLocked(visit),
    known: stands ? { ...stands, firmness: isFirm(visit) ? 1 : proposedFirmness } : null,
    preferredCrewName: visit.preferredCrewName,
    preferredMechanicId: visit.preferredMechanicId,
    afterId: visit.linkKind === "after" ? visit.linkedToId : null,
    togetherId: visit.linkKind === "together" ? visit.linkedToId : null,
  };
};

/** Each crew's visits in the order of their times; what stands after an absence stays after it. */
const assignmentOf = (places: Places, crews: PlanData["crews"]): Map<string, Placed[]> => {
  const absences = new Map(crews.map(({ crewId, away }) => [crewId, away]));
  const backBy = (crewId: string, start: number) =>
    Math.max(0, ...absences.get(crewId)!.map(({ until }) => (until <= start ? until : 0)));
  const ordered = [...places].toSorted(([, a], [, b]) => a.start - b.start);
  const plan = new Map<string, Placed[]>();
  for (const [taskId, { crewId, part, start, isPinned }] of ordered) {
    const notBefore = isPinned ? start : backBy(crewId, start);
    const placed = notBefore > 0 ? { taskId, part, notBefore } : { taskId, part };
    plan.set(crewId, [...(plan.get(crewId) ?? []), placed]);
  }
  return plan;
};

/** Visits under way begin when they began, and what two crews do together begins at the moment agreed on. */
const heldStarts = (data: PlanData, places: Places): Places => {
  const together = data.visits.filter(({ linkKind }) => linkKind === "together");
  const locked = new Set([
    ...data.visits.filter(isLocked).map(({ id }) => id),
    ...together.flatMap(({ id, linkedToId }) => [id, linkedToId ?? id]),
  ]);
  return new Map(
    [...places].map(([id, place]) => [id, locked.has(id) ? { ...place, isPinned: true } : place]),
  );
};

/** What a plan amounts to: its problem, who stands where, and the score by the rules. */
export const planState = (
  data: PlanData,
  places: Places,
  { today, loose = false }: { today: Day; loose?: boolean },
): PlanState => {
  const days = [...new Set(data.crews.map(({ onDay }) => onDay))].toSorted();
  const crews = new Set(data.crews.map(({ crewId }) => crewId));
  const known = new Set(data.visits.map(({ id }) => id));
  const standing = new Map([...places].filter(([id, { crewId }]) => known.has(id) && crews.has(crewId)));
  const lastDay = days.at(-1) ?? today;
  const tasks = data.visits.map((visit) => taskOf(visit, standing.get(visit.id), { days, today, loose }));
  const mayWait = new Set(
    data.visits.filter(({ mayWaitUntil }) => mayWaitUntil && mayWaitUntil > lastDay).map(({ id }) => id),
  );
  const out = new Set(data.visits.filter(isLocked).map(({ crewId }) => crewId));
  const problem: PlanProblem = {
    slots: data.crews.map((crew) => slotOf(crew, data, crew.onDay < today || out.has(crew.crewId))),
    tasks: tasks.map((task) => (mayWait.has(task.id) ? { ...task, priority: 0 } : task)),
    weights: data.weights,
  };
  const assignment = assignmentOf(heldStarts(data, standing), data.crews);
  return { data, places: standing, problem, assignment, scored: scorePlan(problem, assignment) };
};

/** Where every visit of a scored plan stands, with the times at which it is really driven. */
export const placesOf = (state: Pick<PlanState, "scored" | "places">): Map<string, PlanPlace> => {
  const places = new Map<string, PlanPlace>();
  for (const { slot, stops } of state.scored.days)
    for (const { task, placed, start } of stops) {
      const isPinned = state.places.get(task.id)?.isPinned ?? false;
      places.set(task.id, { crewId: slot.crewId, on: slot.on, part: placed.part, start, isPinned });
    }
  return places;
};

/** Where visits stand for everybody now. */
export const placesInForce = (data: PlanData): Map<string, PlanPlace> =>
  new Map(
    data.visits.flatMap((visit) => {
      const place = inForce(visit);
      return place ? [[visit.id, place] as const] : [];
    }),
  );
