import { unitsPerMinute } from "../travel/clock.ts";
import { Legs } from "../travel/legs.ts";
import { DayState } from "./dayState.ts";
import { type CrewDay, type Route, routeOf, type Stop } from "./route.ts";

/** Whether the crew can do together what the visit asks. */
export const covers = (day: Pick<CrewDay, "skills">, skills: readonly string[]): boolean =>
  skills.every((skill) => day.skills.includes(skill));

export interface Insertion {
  route: Route;
  /** Minutes on the road that the visit adds to the day. */
  extraTravel: number;
}

/** Extra driving in whole minutes. */
export const minutesOf = (units: number): number => Math.round(units / unitsPerMinute);

/**
 * The cheapest place for a stop in a crew's day, tried between every two stops with its duration and travel; every other
 * stop keeps its promised window. `reserve` minutes before the end of the shift are left free.
 */
export const bestInsertion = (
  day: CrewDay,
  stop: Stop,
  { reserve = 0 }: { reserve?: number } = {},
): Insertion | null => {
  const legs = new Legs(day.travel);
  const node = legs.node(stop.place);
  const state = new DayState(day, legs, { reserve });
  const gap = state.cheapest(node, stop, [stop]);
  const route = gap && routeOf(day, state.stopsWith(stop, gap));
  return route ? { route, extraTravel: minutesOf(gap.extra) } : null;
};
