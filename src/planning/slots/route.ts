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

interface Step {
  arrives: number;
  start: number;
  leaves: number;
}

/** One stop further: when the crew is there, begins and has done, on the day's clock; each piece of work as early as its window allows. */
export const stepTo = (clock: WorkClock, leaves: number, units: number, stop: Stop): Step => {
  const arrives = arrivalBy(clock.driving, leaves, units);
  const start = Math.max(arrives, clock.at(stop.earliest));
  return { arrives, start, leaves: start + minutesAt(clock, stop) };
};

type DayToDrive = Pick<CrewDay, "starts" | "depot" | "end" | "isWorkday" | "travel" | "lunch">;

/** Drives a day in the given order, however late it gets. */
const drive = (day: DayToDrive, stops: readonly Stop[]) => {
  const { travel: roads = builtInRoads } = day;
  const clock = workClock(day.lunch, day.isWorkday);
  let at = day.depot;
  let now = clock.at(day.starts);
  const steps = stops.map((stop) => {
    const step = stepTo(clock, now, roads.units(at, stop.place), stop);
    const travel = step.arrives - now;
    at = stop.place;
    now = step.leaves;
    return { stop, ...step, travel };
  });
  const home = steps.length > 0 ? roads.units(at, day.end ?? day.depot) : 0;
  const back = arrivalBy(clock.driving, now, home);
  return { clock, steps, back, homeward: back - now };
};

/** Drives a day in the given order. `null` when a promised window would be missed or the crew would be back after `ends`. */
export const routeOf = (day: DayToDrive & Pick<CrewDay, "ends">, stops: readonly Stop[]): Route | null => {
  const { clock, steps, back, homeward } = drive(day, stops);
  if (back > clock.at(day.ends) || steps.some(({ start, stop }) => start > clock.at(stop.latest)))
    return null;
  const timed = steps.map(({ stop: { visitId, latest }, start, leaves, travel }) => ({
    visitId,
    start: clock.startOf(start, latest),
    end: clock.endOf(leaves),
    travel,
  }));
  const travel = steps.reduce((sum, step) => sum + step.travel, homeward);
  return { stops: timed, back: clock.endOf(back), travel };
};

/** Stops of a day that begin after the window they were promised, by how many minutes. */
export const lateStops = (
  day: DayToDrive & Pick<CrewDay, "stops">,
): { visitId: string; minutes: number }[] => {
  const { clock, steps } = drive(day, day.stops);
  return steps.flatMap(({ stop: { visitId, latest, isBreak }, start }) => {
    const minutes = clock.startOf(start, latest) - latest;
    return minutes > 0 && !isBreak ? [{ visitId, minutes }] : [];
  });
};
