import { arrivalBy } from "./clock.ts";
import { builtInRoads, type Point, type Travel } from "./model.ts";
import { noLunch, workClock } from "./workClock.ts";

/** Whole minutes from one place to the next when leaving at a minute of the day. */
export const travelMinutes = (
  from: Point,
  to: Point,
  {
    departure,
    isWorkday = true,
    travel = builtInRoads,
  }: { departure: number; isWorkday?: boolean; travel?: Travel | undefined },
): number => arrivalBy(workClock(noLunch, isWorkday).driving, departure, travel.units(from, to)) - departure;
