import type { RegionName } from "../capacity/regions.ts";
import { randomFrom } from "../optimizer/random.ts";

/** Work that may come: how many visits of it a week is expected to see. */
export interface Candidate<Of> {
  id: string;
  /** 0.6 is a quote with a chance of 60 %; 1.3 is 1.3 visits like this one. */
  expected: number;
  region: RegionName;
  skills: readonly string[];
  minutes: number;
  of: Of;
}

export interface Drawn<Of> {
  /** Its own id; a candidate that is drawn twice gets another one the second time. */
  id: string;
  of: Of;
}

const inOrder = (a: Candidate<unknown>, b: Candidate<unknown>) =>
  a.region.localeCompare(b.region) ||
  a.skills.join(",").localeCompare(b.skills.join(",")) ||
  a.minutes - b.minutes ||
  a.id.localeCompare(b.id);

/**
 * Whole visits that stand for work which may come. An optimiser cannot plan six tenths of a visit, so candidates lie in a row by region,
 * skills and length, each as long as its expected number, and one is taken every whole step from a start the seed gives
 * (systematic sampling with unequal probabilities; Madow, Ann. Math. Stat. 20, 1949, 333–354). So the number of visits is
 * the expected one, rounded up or down, in total and for every region, skill and length; a quote is taken as often
 * as its chance says over all seeds, and the same seed takes the same ones.
 */
export const representatives = <Of>(candidates: readonly Candidate<Of>[], seed: number): Drawn<Of>[] => {
  let at = randomFrom(seed).next();
  let end = 0;
  return candidates.toSorted(inOrder).flatMap(({ id, expected, of }) => {
    end += expected;
    const drawn: Drawn<Of>[] = [];
    for (; at < end; at += 1) drawn.push({ id: drawn.length === 0 ? id : `${id} ${drawn.length + 1}`, of });
    return drawn;
  });
};
