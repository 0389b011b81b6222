import { type Day, dayOf, type Work } from "#platform";
import type { Breach } from "../contract.ts";
import { clockOf, crewDays } from "../slots/crewState.ts";
import { type DayPart, midnight, windowOf } from "../slots/dayPart.ts";
import { covers } from "../slots/insertion.ts";
import { wishOf } from "../slots/offersFor.ts";
import { type CrewDay, type Route, routeOf, type Stop } from "../slots/route.ts";
import { asPlanned, endOf, inPlannedOrder } from "./asPlanned.ts";
import { crewIsTaken, dayPastMidnight } from "./problems.ts";
import { crewNameOf, type Place } from "./scheduling.ts";
import type { Visit } from "./visitStore.ts";
import { whyItStaysIn } from "./whyItStaysIn.ts";

interface HandPlan {
  crew: CrewDay;
  start: number;
  part: DayPart;
}

const skillBreaches = (crew: CrewDay, visit: Visit): Breach[] =>
  covers(crew, visit.skills)
    ? []
    : [{ kind: "skills", detail: visit.skills.filter((skill) => !crew.skills.includes(skill)).join(", ") }];

const stockBreaches = ({ capacity, stops }: CrewDay, brings: number): Breach[] => {
  const chargers = stops.reduce((sum, { chargers: each = 0 }) => sum + each, brings);
  return capacity != null && brings > 0 && chargers > capacity
    ? [{ kind: "van_stock", detail: `${chargers} > ${capacity}` }]
    : [];
};

const shiftBreaches = ({ crew, start, part }: HandPlan, minutes: number): Breach[] => {
  const { earliest, latest } = windowOf[part];
  const isOutside = start < earliest || start > latest;
  return [
    ...(start < crew.starts ? [{ kind: "too_early" as const, detail: clockOf(crew.starts) }] : []),
    ...(endOf(crew, start, minutes) > crew.ends
      ? [{ kind: "too_late" as const, detail: clockOf(crew.ends) }]
      : []),
    ...(isOutside ? [{ kind: "promise" as const, detail: part }] : []),
  ];
};

/**
 * The place a planner asks for, with everything that is not right about it as plain facts. The other stops move along
 * within their promises where that helps; a crew in two places at once is refused.
 */
export const handPlanOf = async (
  work: Work,
  visit: Visit,
  wanted: { crewId: string; on: Day; start: number; part: DayPart; current: ReadonlyMap<string, number> },
): Promise<{ place: Place; breaches: Breach[] }> => {
  const { tx, now } = work;
  const { on, start, part } = wanted;
  const days = await crewDays(tx, { from: on, until: on, now, without: visit.id });
  const crew = days.find(({ crewId }) => crewId === wanted.crewId);
  if (!crew) throw await whyItStaysIn(tx, wanted.crewId);
  const wish = await wishOf(tx, visit);
  const stop: Stop = {
    visitId: visit.id,
    place: wish.place,
    minutes: visit.minutes,
    chargers: visit.chargers,
    earliest: start,
    latest: start,
  };
  const breaches = [
    ...skillBreaches(crew, visit),
    ...stockBreaches(crew, visit.chargers),
    ...shiftBreaches({ crew, start, part }, visit.minutes),
    ...(on < dayOf(now) ? [{ kind: "day_past" as const, detail: on }] : []),
  ];
  const place = { crewId: crew.crewId, on, part, isPinned: true };
  const route = bestOrder(crew, stop);
  if (route) {
    await mustEndThatDay(work, crew, route);
    return { place: { ...place, route }, breaches };
  }
  const times = new Map([...wanted.current, [visit.id, start]]);
  const stops = inPlannedOrder([...crew.stops, stop], times);
  const overlaps = stops.some(
    (each, index) => index > 0 && each.at < stops[index - 1]!.at + stops[index - 1]!.minutes,
  );
  if (overlaps) throw crewIsTaken();
  const fixed = { stops: asPlanned(crew, stops), back: crew.ends, travel: 0 };
  await mustEndThatDay(work, crew, fixed);
  return { place: { ...place, route: fixed }, breaches: [...breaches, { kind: "overlap", detail: on }] };
};

const mustEndThatDay = async (work: Work, { crewId }: CrewDay, { stops }: Route) => {
  if (stops.every(({ end }) => end < midnight)) return;
  throw dayPastMidnight({ crews: [await crewNameOf(work, crewId)] });
};

/** A drivable order of the day with the stop at its very time, or none. */
const bestOrder = (crew: CrewDay, stop: Stop) => {
  const routes = Array.from({ length: crew.stops.length + 1 }, (_, position) =>
    routeOf({ ...crew, starts: stop.latest < crew.starts ? 0 : crew.starts, ends: 24 * 60 }, [
      ...crew.stops.slice(0, position),
      stop,
      ...crew.stops.slice(position),
    ]),
  ).filter((route) => route !== null);
  return routes.toSorted((a, b) => a.travel - b.travel)[0];
};
