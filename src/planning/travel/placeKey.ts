import type { Point } from "./model.ts";

const steps = 10_000;
const around = 360 * steps;

/** A place as one whole number, on a grid of a ten thousandth of a degree: about ten metres. */
export const placeKey = ({ latitude, longitude }: Point): number =>
  Math.round((latitude + 90) * steps) * around + Math.round((longitude + 180) * steps);

/** The point of the grid that a number stands for. */
export const placeAt = (key: number): Point => ({
  latitude: Math.floor(key / around) / steps - 90,
  longitude: (key % around) / steps - 180,
});
