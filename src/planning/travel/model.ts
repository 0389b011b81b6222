import { unitsPerMinute } from "./clock.ts";

/** Where somebody is, in degrees. */
export interface Point {
  latitude: number;
  longitude: number;
}

/** The built-in travel model: great circle × detour, speed by part of the trip, slower in the rush hour. */
export interface TravelModel {
  /** Detour factor at distances in km over the ground, straight between them. */
  detours: readonly (readonly [km: number, factor: number])[];
  /** Speed in km/h up to a number of km into the trip. */
  speeds: readonly (readonly [untilKm: number, kmPerHour: number])[];
  parkingMinutes: number;
  rush: readonly (readonly [fromMinute: number, untilMinute: number])[];
  rushFactor: number;
}

/**
 * Detour: European mean of radial detours 1.343 over 300 cities (Environ. Plan. B 2023, doi 10.1177/23998083231168870).
 * Speeds are for a loaded van and wait to be calibrated on own trips.
 */
export const builtInTravel: TravelModel = {
  detours: [
    [10, 1.4],
    [40, 1.3],
    [120, 1.2],
  ],
  speeds: [
    [3, 25],
    [12, 42],
    [30, 65],
    [Number.POSITIVE_INFINITY, 88],
  ],
  parkingMinutes: 2,
  rush: [
    [7 * 60, 9 * 60 + 15],
    [16 * 60, 18 * 60 + 30],
  ],
  rushFactor: 1.25,
};

const earthKm = 6371;
const radians = (degrees: number) => (degrees * Math.PI) / 180;

/** Kilometres as the crow flies. */
export const greatCircleKm = (a: Point, b: Point): number => {
  const up = Math.sin(radians(b.latitude - a.latitude) / 2) ** 2;
  const across = Math.sin(radians(b.longitude - a.longitude) / 2) ** 2;
  const h = up + across * Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude));
  return 2 * earthKm * Math.asin(Math.min(1, Math.sqrt(h)));
};

/** The detour factor at a distance, on the line between the two nearest given ones. */
const detourAt = (km: number, detours: TravelModel["detours"]): number => {
  const after = detours.findIndex(([at]) => km <= at);
  if (after === 0) return detours[0]![1];
  if (after < 0) return detours.at(-1)![1];
  const [fromKm, from] = detours[after - 1]!;
  const [untilKm, until] = detours[after]!;
  return from + ((until - from) * (km - fromKm)) / (untilKm - fromKm);
};

/** Kilometres over the road, by the model. */
export const roadKm = (a: Point, b: Point, model = builtInTravel): number => {
  const km = greatCircleKm(a, b);
  return km * detourAt(km, model.detours);
};

const drivingMinutes = (km: number, speeds: TravelModel["speeds"]): number => {
  let minutes = 0;
  let from = 0;
  for (const [until, speed] of speeds) {
    if (km <= from) break;
    minutes += (60 * (Math.min(km, until) - from)) / speed;
    from = until;
  }
  return minutes;
};

/** Free driving from one place to the next in twentieths of a minute, parking included; at the same address none. */
export const roadUnits = (from: Point, to: Point, model = builtInTravel): number => {
  const km = roadKm(from, to, model);
  if (km === 0) return 0;
  return Math.ceil(unitsPerMinute * (model.parkingMinutes + drivingMinutes(km, model.speeds)) - 1e-9);
};

/** How long driving takes: without traffic, in twentieths of a minute with parking; the rush hour comes on top. */
export interface Travel {
  /** Who says so, such as `osrm`. */
  source: string;
  units(from: Point, to: Point): number;
}

/** By the built-in model, which needs nothing from outside. */
export const builtInRoads: Travel = { source: "built-in", units: roadUnits };
