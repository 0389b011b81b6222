import type { PlanVisit } from "#planning/contract";
import { crewsOn, poolOf } from "../store/derived.ts";
import type { BoardState } from "../store/state.ts";
import { project } from "./projection.ts";

interface Spot {
  x: number;
  y: number;
}

export interface Stop extends Spot {
  visit: PlanVisit;
  /** Its number on the route. */
  order: number;
}

/** One crew's drive of a day on the map. */
export interface Route {
  crewId: string;
  name: string;
  colour: string;
  home: Spot;
  stops: Stop[];
  /** The points of the line, from the start to the end of the day. */
  line: string;
}

/** Colours far apart for crews next to each other, lines lighter on a dark map; a number and a name always stand beside them. */
const colourOf = (index: number) => `hsl(${Math.round(index * 137.5) % 360} 62% var(--route-light, 36%))`;

const written = (spots: readonly Spot[]) =>
  spots.map(({ x, y }) => `${x.toFixed(2)},${y.toFixed(2)}`).join(" ");

/** The routes of a day. */
export const routesOn = (state: BoardState, on: string): Route[] =>
  crewsOn(state, on).flatMap((day, index) => {
    if (day.visitIds.length === 0) return [];
    const stops = day.visitIds.flatMap((id, at) => {
      const visit = state.visits.get(id);
      return visit ? [{ visit, order: at + 1, ...project(visit) }] : [];
    });
    const home = project(day);
    const end = project({ latitude: day.endLatitude, longitude: day.endLongitude });
    const line = written([home, ...stops, end]);
    return [{ crewId: day.crewId, name: day.name, colour: colourOf(index), home, stops, line }];
  });

/** Where the visits without a place are. */
export const waitingSpots = (state: BoardState): (Spot & { visit: PlanVisit })[] =>
  poolOf(state).map((visit) => ({ visit, ...project(visit) }));
