import type { Point } from "../travel/model.ts";
import { CapacityRegion } from "./views.ts";

/** Regions that capacity is told by; crews work anywhere, so a region is no more than postal codes that lie together. */
export const regionNames = CapacityRegion.options;
export type RegionName = CapacityRegion;

type Known = Exclude<RegionName, "unknown">;

/** From and until which first two digits, with those in between. */
const areas: Readonly<Record<Known, readonly (readonly [number, number])[]>> = {
  north: [
    [78, 79],
    [84, 99],
  ],
  north_west: [[10, 21]],
  south_holland: [[22, 33]],
  middle: [[34, 41]],
  south_west: [[42, 49]],
  south: [[50, 64]],
  east: [
    [65, 77],
    [80, 83],
  ],
};

/** About where the people of a region live. */
const middles: Readonly<Record<RegionName, Point>> = {
  north: { latitude: 53.05, longitude: 6.3 },
  north_west: { latitude: 52.45, longitude: 4.85 },
  south_holland: { latitude: 51.98, longitude: 4.45 },
  middle: { latitude: 52.12, longitude: 5.3 },
  south_west: { latitude: 51.58, longitude: 4.4 },
  south: { latitude: 51.4, longitude: 5.6 },
  east: { latitude: 52.2, longitude: 6.1 },
  unknown: { latitude: 52.2, longitude: 5.4 },
};

export const middleOf = (region: RegionName): Point => middles[region];

/** The region of a postal code. */
export const regionOf = (postalCode: string | null | undefined): RegionName => {
  const area = Number(postalCode?.slice(0, 2));
  const found = Object.entries(areas).find(([, ranges]) =>
    ranges.some(([from, until]) => area >= from && area <= until),
  );
  return found ? (found[0] as Known) : "unknown";
};

/** The region a place is nearest to the middle of, for places without a postal code such as depots. */
export const regionNear = ({ latitude, longitude }: Point): RegionName => {
  const away = (region: RegionName) => {
    const at = middles[region];
    return Math.hypot(at.latitude - latitude, (at.longitude - longitude) * 0.61);
  };
  return regionNames
    .filter((region) => region !== "unknown")
    .reduce((best, region) => (away(region) < away(best) ? region : best));
};
