import type { RegionName } from "./regions.ts";

/** Work on sites in one week and region that asks the same of a crew. */
export interface Demand {
  kind: "booked" | "waiting" | "quoted" | "expected";
  /** Monday of the week. */
  week: string;
  region: RegionName;
  skills: readonly string[];
  visits: number;
  /** Minutes on site and on the road. */
  work: number;
  travel: number;
}

/** A crew's day: made, or to be expected from a template. */
export interface CrewTime {
  /** The crew of the day when it was made already. */
  crewId: string | null;
  on: string;
  week: string;
  region: RegionName;
  latitude: number;
  longitude: number;
  skills: readonly string[];
  minutes: number;
  source: "crew" | "template" | "earlier";
}

/** Shares of work by how many weeks later it is done; they add up to one. */
export type Lag = readonly number[];

/** Work that becomes plannable in a week, over the weeks in which it is done. */
export const spread = (lag: Lag, from: number, weeks: number): { week: number; share: number }[] =>
  lag
    .map((share, later) => ({ week: from + later, share }))
    .filter(({ week, share }) => share > 0 && week < weeks);
