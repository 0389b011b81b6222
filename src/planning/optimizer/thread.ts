import { Worker } from "node:worker_threads";
import { type CycleAnswer, type CycleAsked, Searcher, type SearcherStart } from "./searcher.ts";

/** A thread of the search: it does one cycle after the other. */
export interface Thread {
  cycle(cycle: CycleAsked): Promise<CycleAnswer>;
  end(): Promise<unknown>;
}

/** A thread beside this one. */
export class OtherThread implements Thread {
  private readonly worker: Worker;
  private answer: ((answer: CycleAnswer) => void) | null = null;
  private refuse: ((error: Error) => void) | null = null;

  constructor(start: SearcherStart) {
    this.worker = new Worker(new URL("./worker.ts", import.meta.url), { workerData: start });
    this.worker.on("message", (answer: CycleAnswer) => this.answer?.(answer));
    this.worker.on("error", (error: Error) => this.refuse?.(error));
  }

  cycle(cycle: CycleAsked): Promise<CycleAnswer> {
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

/** This very thread: it searches at once, while the others are still starting, and does nothing else meanwhile. */
export class ThisThread implements Thread {
  private readonly searcher: Searcher;

  constructor({ problem, ...start }: SearcherStart) {
    this.searcher = new Searcher({ ...start, problem: structuredClone(problem) });
  }

  async cycle(cycle: CycleAsked): Promise<CycleAnswer> {
    // The others are asked first, and whoever asks does what is to be done beside them.
    await Promise.resolve();
    return this.searcher.answer(cycle);
  }

  end(): Promise<void> {
    return Promise.resolve();
  }
}
