import { type Found, isBetter } from "./anneal.ts";
import { areSlotsAlike, type Compiled } from "./compiled.ts";
import { usualTuning } from "./tuning.ts";

/** What a thread is asked in a round: where it starts and how freely it looks. Temperatures and relief in mean legs. */
export interface Errand {
  from: Found;
  hot: number;
  cold: number;
  /** What every route is made cheaper by at first. */
  relief?: number;
  /** How many routes there may be at most, and times the price of an unplanned visit meanwhile. */
  fewer?: { routes: number; prices: number };
  /** Whether it looks between plans met instead: `from` is one of them. */
  breeds?: boolean;
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

/** So hot that with a route less much of the plan it starts from is gone. */
const shaken = 2;
const relief = 2;
/** Times the cost of a mean route that leaving a visit out costs while a route has to go: none is worth one of its own. */
const halfRoute = 0.5;
/** A plan of fewer routes is looked at again when it costs at most so many times the best. */
const promising = 1.01;
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
 * it is well filled, and one much longer than what a step takes out never goes. So by turns routes are cheaper at first,
 * and one of them has to go. Where routes are long each such look begins anew, so that plans differ in whole routes;
 * once all go on from the best, this thread looks between them.
 */
export class Scout {
  private readonly areAlike: boolean;
  private readonly visits: number;
  private readonly dearest: number;
  private readonly first: Found;
  private former: Found | null = null;
  private still = 0;
  private last: "free" | "eased" | "fewer" | "cooled" = "free";
  /** What it found with as many routes as it liked. */
  private free: Found;
  /** How many routes it might have, and for which numbers that brought nothing. */
  private routes = 0;
  private readonly hopeless = new Set<number>();

  constructor(problem: Compiled, first: Found) {
    this.areAlike = areSlotsAlike(problem);
    this.visits = problem.visits;
    this.dearest = problem.price.reduce((most, each) => Math.max(most, each), 1);
    this.first = first;
    this.free = first;
  }

  next(sight: Sight): Errand {
    const { stage, isFirst, best, own } = sight;
    this.learn(best, own);
    const anew = { from: this.first, hot: far.hot, cold: far.cold };
    if (this.mayBeginAnew(sight)) return anew;
    const from = stage === "apart" ? this.free : best;
    if (!this.mayWander(sight)) {
      if (this.last === "fewer") this.last = "cooled";
      return this.isLong(best) ? { from: best, ...child, breeds: true } : closeTo(from, isFirst);
    }
    const isAnew = isFirst || this.isLong(best);
    return this.wander(sight, isAnew ? anew : { from, hot: far.reheated, cold: far.cold });
  }

  private wander({ stage, best, own }: Sight, free: Errand): Errand {
    if (stage === "together" && this.isLong(best)) this.still = 0;
    if (this.last === "fewer" && this.isPromising(best, own)) {
      this.last = "cooled";
      return { ...closeTo(own, false), fewer: this.fewer(best) };
    }
    if (this.last === "eased") {
      this.last = this.mayBeFewer(best) ? "fewer" : "free";
      if (this.last === "free") return free;
      this.routes = best.plan.length - 1;
      return { from: best, hot: shaken, cold: close.cold, fewer: this.fewer(best) };
    }
    this.last = "eased";
    return this.areAlike ? { ...free, relief } : free;
  }

  private learn(best: Found, own: Found): void {
    this.still = !this.former || isBetter(best, this.former) ? 0 : this.still + 1;
    this.former = best;
    if (this.last === "fewer" && !(own.missing === 0 && own.cost <= best.cost * promising))
      this.hopeless.add(this.routes);
    if (this.last === "free" || this.last === "eased")
      this.free = own.missing > 0 && best.missing === 0 ? best : own;
  }

  private mayBeginAnew({ stage, isFirst, best }: Sight): boolean {
    return best.missing > 0 && !isFirst && stage !== "last" && this.still > 0;
  }

  private mayWander({ stage, isFirst, best }: Sight): boolean {
    if (stage === "apart") return best.missing === 0 || (isFirst && this.areAlike);
    return stage === "together" && this.areAlike && best.missing === 0 && this.still >= patience;
  }

  private isPromising(best: Found, own: Found): boolean {
    return !this.hopeless.has(this.routes) && own.cost !== best.cost;
  }

  /** Routes no longer than what a step takes out come and go by themselves. */
  private isLong({ plan, missing }: Found): boolean {
    return this.areAlike && missing === 0 && this.visits > usualTuning.longestString * plan.length;
  }

  private mayBeFewer(best: Found): boolean {
    return this.isLong(best) && best.plan.length > 1 && !this.hopeless.has(best.plan.length - 1);
  }

  private fewer({ cost, plan }: Found): Errand["fewer"] {
    return { routes: this.routes, prices: (halfRoute * cost) / plan.length / this.dearest };
  }
}
