import { type CrewDay, type Route, routeOf, type Stop } from "./route.ts";
import { builtInTravel, type TravelModel } from "./travel.ts";

/** Whether the crew can do together what the visit asks. */
export const covers = (day: Pick<CrewDay, "skills">, skills: readonly string[]): boolean =>
  skills.every((skill) => day.skills.includes(skill));

export interface Insertion {
  route: Route;
  /** Minutes on the road that the visit adds to the day. */
  extraTravel: number;
}

/** Minutes on the road of the day as it stands; a day that went wrong already takes nothing more. */
const travelNow = (day: CrewDay, model: TravelModel): number | null =>
  day.stops.length === 0 ? 0 : (routeOf({ ...day, ends: 24 * 60 }, day.stops, model)?.travel ?? null);

/**
 * The cheapest place for a stop in a crew's day, tried between every two stops with its duration and travel; every other
 * stop keeps its promised window. `reserve` minutes before the end of the shift are left free.
 */
export const bestInsertion = (
  day: CrewDay,
  stop: Stop,
  { reserve = 0, model = builtInTravel }: { reserve?: number; model?: TravelModel } = {},
): Insertion | null => {
  const before = travelNow(day, model);
  if (before === null) return null;
  const until = { ...day, ends: day.ends - reserve };
  let best: Insertion | null = null;
  for (let position = 0; position <= day.stops.length; position += 1) {
    const stops = [...day.stops.slice(0, position), stop, ...day.stops.slice(position)];
    const route = routeOf(until, stops, model);
    if (!route) continue;
    const extraTravel = route.travel - before;
    if (!best || extraTravel < best.extraTravel) best = { route, extraTravel };
  }
  return best;
};
