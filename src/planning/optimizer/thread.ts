import { Worker } from "node:worker_threads";
import type { WorkerAnswer, WorkerStart } from "./worker.ts";

/** A thread of the search, as the main thread sees it: it does one cycle after the other. */
export class Thread {
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
