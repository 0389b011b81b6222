import type { PlanVisit } from "#planning/contract";

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
