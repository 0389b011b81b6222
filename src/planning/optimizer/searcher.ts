import { Annealer, type Cycle, type Found } from "./anneal.ts";
import type { Compiled } from "./compiled.ts";
import type { PooledRoute } from "./pool.ts";

/** What a thread of the search is started with. */
export interface SearcherStart {
  problem: Compiled;
  seed: number;
}

/** A cycle as the threads are asked for it; threads have clocks of their own, so the moment it ends is one of all of them. */
export type CycleAsked = Omit<Cycle, "until"> & { untilEpoch?: number };

/** What a thread answers to each cycle. */
export interface CycleAnswer {
  found: Found;
  routes: PooledRoute[];
  /** Steps done in all cycles. */
  steps: number;
}

/** The search of one thread, on whichever thread that is. */
export class Searcher {
  private readonly annealer: Annealer;

  constructor({ problem, seed }: SearcherStart) {
    this.annealer = new Annealer(problem, seed);
  }

  answer(cycle: CycleAsked): CycleAnswer {
    const { annealer } = this;
    const until = cycle.untilEpoch === undefined ? undefined : cycle.untilEpoch - performance.timeOrigin;
    const found = annealer.run({ ...cycle, ...(until === undefined ? {} : { until }) });
    return { found, routes: annealer.pool.takeFresh(), steps: annealer.steps };
  }
}
