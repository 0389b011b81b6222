import { type Found, isBetter } from "./anneal.ts";
import type { Origin } from "./breed.ts";
import { areSlotsAlike, type Compiled } from "./compiled.ts";
import type { District } from "./districts.ts";
import { usualTuning } from "./tuning.ts";

/** What a thread is asked in a round: where it starts and how freely it looks. Temperatures and relief in mean legs. */
export interface Errand {
  from: Found;
  hot: number;
  cold: number;
  /** What every route is made cheaper by at first. */
  relief?: number;
  /** Whether it looks in many short cycles instead: anew from `from`, or between plans met, of which `from` is one. */
  origin?: Origin;
  /** What it keeps to; `from` is a plan of it. */
  district?: District;
}

/** Mean legs: the temperatures a thread's first cycle starts at, those that go on from a plan start at, and all end at. */
interface Heat {
  hot: number;
  reheated: number;
  cold: number;
}

const close: Heat = { hot: 1, reheated: 0.5, cold: 0.02 };
const far: Heat = { hot: 3, reheated: 1, cold: 0.05 };

/** A look close round a plan. */
export const closeTo = (from: Found, isFirst: boolean): Errand => ({
  from,
  hot: isFirst ? close.hot : close.reheated,
  cold: close.cold,
});

/** Half of a child is new, the other half was good. */
const child = { hot: 0.3, cold: 0.02 };

const relief = 2;
/** Rounds without a better plan until the second thread looks further round again. */
const patience = 2;

/** In the second half all threads go on from the best plan. */
export type Stage = "apart" | "together" | "last";

export interface Sight {
  stage: Stage;
  /** Whether there is only a plan made without search yet. */
  isFirst: boolean;
  best: Found;
  /** What this thread found in the round before. */
  own: Found;
}

/**
 * Says where the second thread looks. Where windows are wide a plan that is no good as a whole is hard to leave again,
 * however long the cycles: this thread looks further round until all go on from the best, and again when that brings
 * nothing. Where not everything fits it looks close as well, what to leave out is found sooner by two; when a round
 * brings nothing it begins anew.
 *
 * Where all slots are alike the number of routes is free, but a step hardly ever changes it: a new route is a loss until
 * it is well filled. So by turns routes are cheaper at first. There this thread begins anew in every look: the best routes
 * of plans that came about apart are put together to a better one than either. Where routes are long such a look is many
 * short ones, so that plans differ in whole routes; once all go on from the best, this thread looks between them.
 */
export class Scout {
  private readonly areAlike: boolean;
  private readonly visits: number;
  private readonly first: Found;
  private former: Found | null = null;
  private still = 0;
  /** How many looks further round there were. */
  private looks = 0;

  constructor(problem: Compiled, first: Found) {
    this.areAlike = areSlotsAlike(problem);
    this.visits = problem.visits;
    this.first = first;
  }

  next(sight: Sight): Errand {
    const { stage, isFirst, best, own } = sight;
    this.still = !this.former || isBetter(best, this.former) ? 0 : this.still + 1;
    this.former = best;
    const anew = { from: this.first, hot: far.hot, cold: far.cold };
    if (this.mayBeginAnew(sight)) return anew;
    const isLong = this.isLong(best);
    const isWorse = own.missing > 0 && best.missing === 0;
    const from = stage === "apart" && !isWorse ? own : best;
    if (!this.mayWander(sight))
      return isLong ? { from: best, ...child, origin: "between" } : closeTo(from, isFirst);
    if (stage === "together" && isLong) this.still = 0;
    if (isLong) return { ...anew, relief, origin: "anew" };
    if (!this.areAlike) return isFirst ? anew : { from, hot: far.reheated, cold: far.cold };
    this.looks += 1;
    // By turns cheaper routes and hot, or none of both: plans differ most when they come about in different ways.
    return this.looks % 2 === 1 ? { ...anew, relief } : { ...anew, hot: close.hot };
  }

  private mayBeginAnew({ stage, isFirst, best }: Sight): boolean {
    return best.missing > 0 && !isFirst && stage !== "last" && this.still > 0;
  }

  private mayWander({ stage, isFirst, best }: Sight): boolean {
    if (stage === "apart") return best.missing === 0 || (isFirst && this.areAlike);
    return stage === "together" && this.areAlike && best.missing === 0 && this.still >= patience;
  }

  /** Routes no longer than what a step takes out come and go by themselves. */
  private isLong({ plan, missing }: Found): boolean {
    return this.areAlike && missing === 0 && this.visits > usualTuning.longestString * plan.length;
  }
}
