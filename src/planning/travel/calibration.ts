import { greatCircleKm, type Point, roadUnits } from "./model.ts";

/** Where a band of distances as the crow flies ends, in kilometres. */
export const bandEnds: readonly number[] = [5, 15, 40, 80, Number.POSITIVE_INFINITY];

/** Fewer legs than this say nothing of a band. */
export const fewestLegs = 30;

export interface KnownLeg {
  from: Point;
  to: Point;
  /** Free driving, in twentieths of a minute with parking. */
  units: number;
}

/** How many times as long driving takes as the built-in model says, for each band; a band of which little is known: once. */
export type Calibration = readonly { ratio: number; legs: number }[];

const bandOf = (from: Point, to: Point) => {
  const km = greatCircleKm(from, to);
  return bandEnds.findIndex((end) => km < end);
};

const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
};

/** Sets what is known beside the built-in model: the median of known / model in each band of distances. */
export const calibrate = (legs: Iterable<KnownLeg>): Calibration => {
  const ratios: number[][] = bandEnds.map(() => []);
  for (const { from, to, units } of legs) {
    const model = roadUnits(from, to);
    if (model > 0 && units > 0) ratios[bandOf(from, to)]!.push(units / model);
  }
  return ratios.map((band) => ({ ratio: band.length < fewestLegs ? 1 : median(band), legs: band.length }));
};

/** The built-in model, set right. */
export const calibratedUnits = (calibration: Calibration, from: Point, to: Point): number => {
  const units = roadUnits(from, to);
  return units === 0 ? 0 : Math.ceil(units * calibration[bandOf(from, to)]!.ratio);
};
