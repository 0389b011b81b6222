import { Worker } from "node:worker_threads";
import { type Found, isBetter } from "./anneal.ts";
import type { Compiled } from "./compiled.ts";
import { firstPlan } from "./firstPlan.ts";
import { cheapestPartition } from "./partition.ts";
import { Pool, type PooledRoute, type Route } from "./pool.ts";
import { randomFrom } from "./random.ts";
import { State } from "./state.ts";
import { type Tuning, usualTuning } from "./tuning.ts";
import type { WorkerAnswer, WorkerStart } from "./worker.ts";

/** How long and with what a problem is solved. Either `seconds` or `steps` (of each thread): with steps the plan is the same on any machine. */
export interface Effort {
  seconds?: number;
  steps?: number;
  threads?: number;
  seed?: number;
  tuning?: Partial<Tuning>;
  /** Where to start, such as the plan in force. */
  from?: readonly Route[];
  /** Hears of every better plan; `stop` may be asked by it. */
  onProgress?: (progress: Progress) => void;
  signal?: AbortSignal;
}

export interface Progress {
  found: Found;
  seconds: number;
  steps: number;
}

export interface Solved extends Found {
  seconds: number;
  steps: number;
  rounds: number;
}

/** Mean legs: the temperatures a cycle starts and ends at, and starts at when it goes on from a plan. */
const temperatures = { hot: 1, reheated: 0.5, cold: 0.02 };

/** Times the price of an unplanned visit, by turns: a soft price finds ways round that a hard one never tries. */
const softness = [1, 0.4, 3];
/** Times the price when routes met so far are put together. */
const hardest = 20;

class Thread {
  private readonly worker: Worker;
  private answer: ((answer: WorkerAnswer) => void) | null = null;
  private refuse: ((error: Error) => void) | null = null;

  constructor(start: WorkerStart) {
    this.worker = new Worker(new URL("./worker.ts", import.meta.url), { workerData: start });
    this.worker.on("message", (answer: WorkerAnswer) => this.answer?.(answer));
    this.worker.on("error", (error: Error) => this.refuse?.(error));
  }

  cycle(cycle: object): Promise<WorkerAnswer> {
    this.worker.postMessage(cycle);
    return new Promise((resolve, reject) => {
      this.answer = resolve;
      this.refuse = reject;
    });
  }

  end(): Promise<number> {
    return this.worker.terminate();
  }
}

const roundsFor = ({ seconds, steps }: Effort): number => {
  const length = seconds ?? (steps ?? 0) / 60_000;
  return Math.max(2, Math.min(16, Math.round(4 + length * 1.5)));
};

/** Solves a problem on several threads that exchange plans and routes at the end of every cycle. */
export const solve = async (problem: Compiled, effort: Effort): Promise<Solved> => {
  const { threads = 2, seed = 1, signal } = effort;
  const begin = performance.now();
  const tuning = { ...usualTuning, ...effort.tuning };
  const { found: first, leg } = firstPlan(problem, effort.from);
  // Nothing to plan, or nobody to plan it for: the first plan is the answer.
  if (problem.visits === 0 || problem.slots === 0 || problem.isFixed.every((fixed) => fixed === 1))
    return { ...first, seconds: (performance.now() - begin) / 1000, steps: 0, rounds: 0 };
  const crew = Array.from(
    { length: threads },
    (_, index) => new Thread({ problem, seed: seed * 7919 + index * 104_729, tuning }),
  );
  try {
    return await rounds({ problem, effort, crew, begin, first, leg, signal });
  } finally {
    await Promise.all(crew.map((thread) => thread.end()));
  }
};

interface Running {
  problem: Compiled;
  effort: Effort;
  crew: Thread[];
  begin: number;
  first: Found;
  leg: number;
  signal: AbortSignal | undefined;
}

const rounds = async ({ problem, effort, crew, begin, first, leg, signal }: Running): Promise<Solved> => {
  const { seconds, steps, onProgress } = effort;
  const count = roundsFor(effort);
  const pool = new Pool(problem);
  const state = new State(problem, randomFrom(1), usualTuning);
  state.setPrices(hardest);
  let best = first;
  let done = 0;
  let own: Found[] = crew.map(() => first);
  let round = 0;
  const budget = seconds === undefined ? 0 : seconds * 1000;
  const wrapUp = Math.min(60, budget * 0.04);
  for (; round < count && !signal?.aborted; round += 1) {
    const passed = performance.now() - begin;
    if (seconds !== undefined && passed >= budget - wrapUp) break;
    const untilEpoch =
      performance.timeOrigin + performance.now() + (budget - wrapUp - passed) / (count - round);
    const length = steps === undefined ? { untilEpoch } : { steps: Math.ceil(steps / count) };
    const isTogether = round * 2 >= count;
    const hot = leg * (round === 0 && !effort.from ? temperatures.hot : temperatures.reheated);
    const answers = await Promise.all(
      crew.map((thread, index) => {
        const from = isTogether || index === 0 ? best : own[index]!;
        const prices = softness[(round + index) % softness.length]!;
        return thread.cycle({ ...length, hot, cold: leg * temperatures.cold, prices, from });
      }),
    );
    own = answers.map(({ found }) => found);
    done = answers.reduce((sum, answer) => sum + answer.steps, 0);
    for (const { found, routes } of answers) {
      pool.merge(routes);
      if (isBetter(found, best)) best = found;
    }
    best = recombine(state, pool, best);
    onProgress?.({ found: best, seconds: (performance.now() - begin) / 1000, steps: done });
  }
  return { ...best, seconds: (performance.now() - begin) / 1000, steps: done, rounds: round };
};

/** The best plan that routes met so far make together, when it is better. */
const recombine = (state: State, pool: Pool, best: Found): Found => {
  const { problem } = state;
  if (problem.teams || problem.links) return best;
  state.load(best.plan);
  const start = best.plan.map((route) => ({ ...route, cost: state.fullCost(route.slot) }));
  const better = cheapestPartition(problem, pool.all(), { price: state.price, limit: state.cost, start });
  if (!better) return best;
  state.load(withSlots(problem, better));
  const found = {
    plan: state.plan(),
    members: null,
    missing: state.weightMissing(),
    cost: state.routesCost(),
  };
  return isBetter(found, best) ? found : best;
};

/** Gives routes of slots that are alike each a slot of their own. */
const withSlots = ({ slotClass, slots }: Compiled, routes: readonly PooledRoute[]): Route[] => {
  const isTaken = new Uint8Array(slots);
  return routes.map((route) => {
    let { slot } = route;
    if (slotClass[slot]! >= 0)
      slot = Array.from({ length: slots }, (_, index) => index).find(
        (each) => slotClass[each] === slotClass[route.slot] && !isTaken[each],
      )!;
    isTaken[slot] = 1;
    return { ...route, slot };
  });
};
