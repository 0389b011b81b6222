import { greatCircleKm } from "./model.ts";
import { placeAt } from "./placeKey.ts";
import { byNearness } from "./wantedPlaces.ts";

/** One question to a router: from each of these places to each of those. */
export interface Question {
  from: number[];
  to: number[];
}

interface Limits {
  /** Places on each side of one question. */
  side: number;
  mostKm: number;
}

/** Whether a router is asked about a pair: not from a place to itself, and not too far. */
export const isAsked = (from: number, to: number, mostKm: number): boolean =>
  from !== to && greatCircleKm(placeAt(from), placeAt(to)) <= mostKm;

const chunks = (keys: readonly number[], size: number) =>
  Array.from({ length: Math.ceil(keys.length / size) }, (_, index) =>
    keys.slice(index * size, (index + 1) * size),
  );

/**
 * What is not known yet of the pairs among some places, as few questions as the router's limits allow: places that lie
 * together are asked together, and rows and columns in which all is known are left out.
 */
export const questionsAbout = (
  keys: readonly number[],
  isKnown: (from: number, to: number) => boolean,
  { side, mostKm }: Limits,
): Question[] => {
  const groups = chunks(byNearness(keys), side);
  const isMissing = (from: number, to: number) => isAsked(from, to, mostKm) && !isKnown(from, to);
  return groups.flatMap((sources) =>
    groups.flatMap((targets) => {
      const from = sources.filter((source) => targets.some((target) => isMissing(source, target)));
      const to = targets.filter((target) => from.some((source) => isMissing(source, target)));
      return from.length > 0 ? [{ from, to }] : [];
    }),
  );
};
