import type { PlanBoard, PlanVisit } from "#planning/contract";
import type { BoardState } from "../store/state.ts";

/** What publishing a plan changes. */
export interface PublishFacts {
  planned: PlanVisit[];
  moved: PlanVisit[];
  /** Only the hour shifts: same crew, same part of the day. */
  shifted: PlanVisit[];
  freed: PlanVisit[];
  /** Customers who know of a day or part of the day that becomes another. */
  told: PlanVisit[];
}

const isOtherPromise = ({ at, inForce }: PlanVisit) => at?.on !== inForce?.on || at?.part !== inForce?.part;
const isOtherPlace = (visit: PlanVisit) =>
  visit.at?.crewId !== visit.inForce?.crewId ||
  visit.at?.isPinned !== visit.inForce?.isPinned ||
  isOtherPromise(visit);

/** Sorts what differs from the plan in force by what it means. */
export const publishFacts = (visits: Iterable<PlanVisit>): PublishFacts => {
  const changed = [...visits].filter(({ isChanged }) => isChanged);
  const both = changed.filter(({ at, inForce }) => at && inForce);
  return {
    planned: changed.filter(({ at, inForce }) => at && !inForce),
    moved: both.filter(isOtherPlace),
    shifted: both.filter((visit) => !isOtherPlace(visit)),
    freed: changed.filter(({ at, inForce }) => !at && inForce),
    told: changed.filter((visit) => visit.isFirm && visit.inForce && isOtherPromise(visit)),
  };
};

/** Crews that do not go out, each with the visits that lose their time by it. */
export const leftByCrews = (
  { plan, days }: Pick<BoardState, "plan" | "days">,
  freed: readonly PlanVisit[],
): { crew: PlanBoard["crewsOut"][number]; visits: PlanVisit[] }[] =>
  plan.crewsOut
    .filter(({ id }) => !days.has(id))
    .map((crew) => ({ crew, visits: freed.filter(({ inForce }) => inForce?.crewId === crew.id) }))
    .filter(({ visits }) => visits.length > 0);
