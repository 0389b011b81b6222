import { parentPort, workerData } from "node:worker_threads";
import { Annealer, type Cycle, type Found } from "./anneal.ts";
import type { Compiled } from "./compiled.ts";
import type { PooledRoute } from "./pool.ts";
import type { Tuning } from "./tuning.ts";

/** What a thread of the search is started with. */
export interface WorkerStart {
  problem: Compiled;
  seed: number;
  tuning: Tuning;
}

/** What a thread answers to each cycle. */
export interface WorkerAnswer {
  found: Found;
  routes: PooledRoute[];
  steps: number;
}

const port = parentPort!;
const { problem, seed, tuning } = workerData as WorkerStart;
const annealer = new Annealer(problem, { seed, tuning });
port.on("message", (cycle: Omit<Cycle, "until"> & { untilEpoch?: number }) => {
  const until = cycle.untilEpoch === undefined ? undefined : cycle.untilEpoch - performance.timeOrigin;
  const found = annealer.run({ ...cycle, ...(until === undefined ? {} : { until }) });
  const answer: WorkerAnswer = { found, routes: annealer.pool.takeFresh(), steps: annealer.steps };
  port.postMessage(answer);
});
