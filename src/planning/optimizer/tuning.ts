import type { Compiled } from "./compiled.ts";

/** How the search works; the published values of SISR (Christiaens and Vanden Berghe 2020) except where they say otherwise. */
export interface Tuning {
  /** Visits taken out in a step, on average. */
  removed: number;
  longestString: number;
  /** Chance that a whole route is taken out instead. Ours: long routes never go by strings alone. */
  wholeRoute: number;
  /** Chance that a good place is overlooked. */
  blink: number;
  /** Chance that a string spares some visits in its middle, and that it spares one more each time. Ours: deep. */
  split: number;
  deeper: number;
  /** Chance that neighbours are taken by place and time together instead of by place. Ours. */
  byTime: number;
  /** Chance of swapping tails of routes instead, and neighbours tried for it. Ours: strings are too short for long routes. */
  tails: number;
  tailNeighbours: number;
  /** Chance of changing who works with whom, where that is allowed. Ours. */
  teams: number;
  /** Shares of the orders in which visits are put back: random, large, far, close, narrow, early, late first. */
  orders: readonly [number, number, number, number, number, number, number];
  /** How much less a visit may count by chance when the large ones go back first. Ours. */
  blur: number;
}

export const usualTuning: Tuning = {
  removed: 10,
  longestString: 10,
  wholeRoute: 0.01,
  blink: 0.01,
  split: 0.5,
  deeper: 0.99,
  byTime: 0.5,
  tails: 0.3,
  tailNeighbours: 20,
  teams: 0.05,
  orders: [4, 4, 2, 1, 2, 2, 2],
  blur: 0,
};

/** Whether it is all the same which visits are left out. */
export const areWorthTheSame = ({ weight }: Compiled): boolean => weight.every((each) => each === weight[0]);

/** From this share of what all visits are worth on, a plan made without search leaves out so much that most will not fit. */
const much = 0.05;

/**
 * Where visits are worth more and less and far from all fit, what is worth most goes back first most of the time, give or
 * take a fifth, and swapping tails brings less than putting back. Measured on the public crews at 20,000 steps; in a week in which nearly
 * everything fits it brings nothing. `missing` is the weight of what a first plan leaves out.
 */
export const tuningFor = (problem: Compiled, missing: number): Tuning => {
  const worth = problem.weight.reduce((sum, weight) => sum + weight, 0);
  if (areWorthTheSame(problem) || missing < much * worth) return usualTuning;
  return { ...usualTuning, tails: 0.1, orders: [4, 40, 1, 1, 2, 1, 1], blur: 0.2 };
};
