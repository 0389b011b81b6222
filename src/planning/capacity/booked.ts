import type { Day } from "#platform";
import type { PlanData, VisitFacts } from "../plans/planData.ts";
import { placesInForce, planState } from "../plans/planState.ts";
import type { Demand } from "./demand.ts";
import { regionNear, regionOf } from "./regions.ts";
import { mondayOf } from "./weeks.ts";

/** The region of a visit: by postal code, else by where it is. */
export const regionOfVisit = ({
  postalCode,
  latitude,
  longitude,
}: Pick<VisitFacts, "postalCode" | "latitude" | "longitude">) => {
  const known = regionOf(postalCode);
  return known === "unknown" && latitude !== null && longitude !== null
    ? regionNear({ latitude, longitude })
    : known;
};

export interface Booked {
  demands: (Demand & { visitId: string })[];
  /** Minutes of work and driving by crew. */
  onCrew: Map<string, number>;
  /** Driving that goes with one visit, in minutes; null without any. */
  travelPerVisit: number | null;
}

/** What stands on crews, driven as the plan says: work and driving apart, the way back with the last visit of a day. */
export const bookedWork = (given: PlanData, today: Day): Booked => {
  const standing = given.visits.filter(({ crewId, onDay }) => crewId && onDay);
  const data = { ...given, visits: standing };
  const { scored } = planState(data, placesInForce(data), { today });
  const byId = new Map(standing.map((visit) => [visit.id, visit]));
  const demands: Booked["demands"] = [];
  const onCrew = new Map<string, number>();
  for (const { slot, stops, drivesBack } of scored.days) {
    for (const [index, { task, drives }] of stops.entries()) {
      const visit = byId.get(task.id)!;
      const minutes = drives + (index === stops.length - 1 ? drivesBack : 0);
      onCrew.set(slot.crewId, (onCrew.get(slot.crewId) ?? 0) + task.minutes + minutes);
      demands.push({
        kind: "booked",
        visitId: visit.id,
        week: mondayOf(slot.on),
        region: regionOfVisit(visit),
        skills: task.skills,
        visits: 1,
        work: task.minutes,
        travel: minutes,
      });
    }
  }
  const driven = demands.reduce((sum, demand) => sum + demand.travel, 0);
  return { demands, onCrew, travelPerVisit: demands.length > 0 ? driven / demands.length : null };
};
