import { type Point, type Travel, travelMinutes } from "../travel/model.ts";
import type { StartWindow } from "./dayPart.ts";
import type { Demand } from "./demand.ts";

/** Something a crew does on a day: where, how long, and when the work may start (minutes of the day). */
export interface Stop extends StartWindow {
  visitId: string;
  /** Nothing to do: somebody of the crew is away for a while. */
  isBreak?: boolean;
  place: Point;
  minutes: number;
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
  skills: readonly string[];
  stops: readonly Stop[];
  isWorkday: boolean;
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

/**
 * Drives a day in the given order, each piece of work as early as its window allows. `null` when a promised window
 * would be missed or the crew would be back after `ends`.
 */
export const routeOf = (
  day: Pick<CrewDay, "starts" | "ends" | "depot" | "end" | "isWorkday" | "travel">,
  stops: readonly Stop[],
): Route | null => {
  const { isWorkday, travel: roads } = day;
  let at = day.depot;
  let clock = day.starts;
  let total = 0;
  const timed: TimedStop[] = [];
  for (const stop of stops) {
    const travel = travelMinutes(at, stop.place, { departure: clock, isWorkday, travel: roads });
    const start = Math.max(clock + travel, stop.earliest);
    if (start > stop.latest) return null;
    timed.push({ visitId: stop.visitId, start, end: start + stop.minutes, travel });
    clock = start + stop.minutes;
    total += travel;
    at = stop.place;
  }
  if (stops.length > 0) {
    const home = travelMinutes(at, day.end ?? day.depot, { departure: clock, isWorkday, travel: roads });
    clock += home;
    total += home;
  }
  return clock > day.ends ? null : { stops: timed, back: clock, travel: total };
};
