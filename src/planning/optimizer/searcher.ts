import { Annealer, type Cycle, type Found } from "./anneal.ts";
import { Family, type Origin } from "./breed.ts";
import type { Compiled } from "./compiled.ts";
import { RouteJoiner } from "./joinRoutes.ts";
import type { PooledRoute } from "./pool.ts";

/** What a thread of the search is started with. */
export interface SearcherStart {
  problem: Compiled;
  seed: number;
  /** Whether this thread puts the routes of all together: one does. */
  joins: boolean;
}

/** A cycle as the threads are asked for it; threads have clocks of their own, so the moment it ends is one of all of them. */
export interface CycleAsked extends Omit<Cycle, "until"> {
  untilEpoch?: number;
  /** What the threads found in the round before. */
  met: readonly Found[];
  /** What many short cycles start from, when it is those instead of a long one. */
  origin?: Origin;
}

/** What a thread answers to each cycle. */
export interface CycleAnswer {
  found: Found;
  /** Good routes met in it; the thread that joins keeps its own. */
  routes: PooledRoute[];
  /** Steps done in all cycles. */
  steps: number;
}

/** Routes of the other threads, to be put together to a plan better than the best; a route is looked at `looks` times at most. */
export interface JoinAsked {
  best: Found;
  routes: readonly PooledRoute[];
  looks: number;
}

export interface JoinAnswer {
  found: Found | null;
  /** How many milliseconds it took. */
  took: number;
}

/** The search of one thread, on whichever thread that is. */
export class Searcher {
  private readonly annealer: Annealer;
  private readonly family: Family;
  private readonly joiner: RouteJoiner | null;

  constructor({ problem, seed, joins }: SearcherStart) {
    this.annealer = new Annealer(problem, seed);
    this.family = new Family(this.annealer);
    this.joiner = joins ? new RouteJoiner(problem) : null;
  }

  cycle({ untilEpoch, met, origin, ...asked }: CycleAsked): CycleAnswer {
    const { annealer, family } = this;
    const cycle = untilEpoch === undefined ? asked : { ...asked, until: untilEpoch - performance.timeOrigin };
    for (const each of met) family.meet(each);
    const found = origin ? family.run(cycle, origin) : annealer.run(cycle);
    return { found, routes: this.joiner ? [] : annealer.pool.takeFresh(), steps: annealer.steps };
  }

  join({ best, routes, looks }: JoinAsked): JoinAnswer {
    const begin = performance.now();
    const joiner = this.joiner!;
    joiner.take(routes);
    joiner.take(this.annealer.pool.takeFresh());
    return { found: joiner.join(best, looks), took: performance.now() - begin };
  }
}
