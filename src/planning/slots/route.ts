import { arrivalBy } from "../travel/clock.ts";
import { builtInRoads, type Point, type Travel } from "../travel/model.ts";
import { type Lunch, type WorkClock, workClock } from "../travel/workClock.ts";
import type { StartWindow } from "./dayPart.ts";
import type { Demand } from "./demand.ts";

/** Something a crew does on a day: where, how long, and when the work may start (minutes of the day). */
export interface Stop extends StartWindow {
  visitId: string;
  /** Nothing to do: somebody of the crew is away for a while. */
  isBreak?: boolean;
  place: Point;
  minutes: number;
  /** Chargers the visit brings. */
  chargers?: number;
  /** Nobody was told of it yet, so it may go elsewhere: what it asks of its place. */
  movable?: Demand;
}

/** One crew on one day, with what stands on it in driving order. */
export interface CrewDay {
  crewId: string;
  on: string;
  starts: number;
  ends: number;
  depot: Point;
  /** Where the day ends; where it began when it is not told. */
  end?: Point;
  /** How many visits the crew does at most. */
  maxJobs?: number | null;
  /** How many chargers fit in the van; any number when it is not told. */
  capacity?: number | null;
  skills: readonly string[];
  stops: readonly Stop[];
  isWorkday: boolean;
  /** When work and driving stand still; never when it is not told. */
  lunch?: Lunch;
  /** How long driving takes; by the built-in model when it is not told. */
  travel?: Travel;
}

export interface TimedStop {
  visitId: string;
  start: number;
  end: number;
  travel: number;
}

/** A day as it would be driven: each stop's times, when the crew is back, and the minutes on the road. */
export interface Route {
  stops: TimedStop[];
  back: number;
  travel: number;
}

/** How long a stop takes on the day's clock: lunch within an absence is part of it. */
export const minutesAt = (clock: WorkClock, { isBreak, earliest, minutes }: Stop): number =>
  isBreak ? clock.at(earliest + minutes) - clock.at(earliest) : minutes;

/**
 * Drives a day in the given order, each piece of work as early as its window allows. `null` when a promised window
 * would be missed or the crew would be back after `ends`.
 */
export const routeOf = (
  day: Pick<CrewDay, "starts" | "ends" | "depot" | "end" | "isWorkday" | "travel" | "lunch">,
  stops: readonly Stop[],
): Route | null => {
  const { travel: roads = builtInRoads } = day;
  const clock = workClock(day.lunch, day.isWorkday);
  let at = day.depot;
  let now = clock.at(day.starts);
  let total = 0;
  const timed: TimedStop[] = [];
  const driveTo = (place: Point) => {
    const arrives = arrivalBy(clock.driving, now, roads.units(at, place));
    const travel = arrives - now;
    at = place;
    now = arrives;
    total += travel;
    return travel;
  };
  for (const stop of stops) {
    const travel = driveTo(stop.place);
    const start = Math.max(now, clock.at(stop.earliest));
    if (start > clock.at(stop.latest)) return null;
    now = start + minutesAt(clock, stop);
    const { visitId } = stop;
    timed.push({ visitId, start: clock.startOf(start, stop.latest), end: clock.endOf(now), travel });
  }
  if (stops.length > 0) driveTo(day.end ?? day.depot);
  return now > clock.at(day.ends) ? null : { stops: timed, back: clock.endOf(now), travel: total };
};

/** Stops of a day that begin after the window they were promised, by how many minutes; a day that is late is driven on. */
export const lateStops = (
  day: Pick<CrewDay, "starts" | "depot" | "isWorkday" | "travel" | "lunch" | "stops">,
): { visitId: string; minutes: number }[] => {
  const { travel: roads = builtInRoads } = day;
  const clock = workClock(day.lunch, day.isWorkday);
  let at = day.depot;
  let now = clock.at(day.starts);
  return day.stops.flatMap((stop) => {
    const arrives = arrivalBy(clock.driving, now, roads.units(at, stop.place));
    const start = Math.max(arrives, clock.at(stop.earliest));
    at = stop.place;
    now = start + minutesAt(clock, stop);
    const minutes = clock.startOf(start, stop.latest) - stop.latest;
    return minutes > 0 && !stop.isBreak ? [{ visitId: stop.visitId, minutes }] : [];
  });
};
