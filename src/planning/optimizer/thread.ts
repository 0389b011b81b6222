import { Worker } from "node:worker_threads";
import {
  type CycleAnswer,
  type CycleAsked,
  type JoinAnswer,
  type JoinAsked,
  Searcher,
  type SearcherStart,
} from "./searcher.ts";

/** A thread of the search: it does one thing after the other, in the order it was asked. */
export interface Thread {
  cycle(cycle: CycleAsked): Promise<CycleAnswer>;
  /** Puts routes together; only the thread that was started to do so. */
  join(join: JoinAsked): Promise<JoinAnswer>;
  end(): Promise<unknown>;
}

/** What a thread beside this one hears. */
export type Asked = { cycle: CycleAsked } | { join: JoinAsked };

interface Awaiting {
  resolve(answer: unknown): void;
  reject(error: Error): void;
}

/** A thread beside this one. */
export class OtherThread implements Thread {
  private readonly worker: Worker;
  private readonly awaiting: Awaiting[] = [];

  constructor(start: SearcherStart) {
    this.worker = new Worker(new URL("./worker.ts", import.meta.url), { workerData: start });
    this.worker.on("message", (answer) => this.awaiting.shift()?.resolve(answer));
    this.worker.on("error", (error: Error) => {
      for (const { reject } of this.awaiting.splice(0)) reject(error);
    });
  }

  cycle(cycle: CycleAsked): Promise<CycleAnswer> {
    return this.ask({ cycle });
  }

  join(join: JoinAsked): Promise<JoinAnswer> {
    return this.ask({ join });
  }

  private ask<Answer>(asked: Asked): Promise<Answer> {
    this.worker.postMessage(asked);
    return new Promise((resolve, reject) => {
      this.awaiting.push({ resolve: resolve as Awaiting["resolve"], reject });
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
    // The others are asked first.
    await Promise.resolve();
    return this.searcher.cycle(cycle);
  }

  async join(join: JoinAsked): Promise<JoinAnswer> {
    await Promise.resolve();
    return this.searcher.join(join);
  }

  end(): Promise<void> {
    return Promise.resolve();
  }
}
