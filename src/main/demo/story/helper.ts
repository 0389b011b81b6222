import { Worker } from "node:worker_threads";
import type { Settings } from "../../settings.ts";
import type { Plans, Step } from "./agenda.ts";
import type { Telling } from "./telling.ts";

/** What a helper starts with. */
export interface HelperStart {
  databaseUrl: string;
  settings: Settings;
}

/** What is said to a helper: its part of the story, to do a step it planned, that the house learned something, and that it is over. */
export type ToHelper = { tell: Telling } | { go: number } | { learned: true } | { end: true };

/** What a helper says: a step it plans, that others may compete again, that a step is over, and that all beginnings are planned. */
export type FromHelper =
  | { plan: number; step: Pick<Step, "at" | "about" | "competes" | "begins"> }
  | { released: number }
  | { done: number }
  | { failed: number; why: string }
  | { told: true };

interface Going {
  release: () => void;
  over: PromiseWithResolvers<void>;
}

/**
 * Lives a part of the orders in a thread of its own: one thread alone keeps one processor busy at most. When a step goes
 * is decided here, in the agenda of all; the helper does the steps of its orders when it is told to.
 */
export class Helper {
  readonly #worker: Worker;
  readonly #going = new Map<number, Going>();
  readonly #told = Promise.withResolvers<void>();
  #plans: Plans | undefined;
  #fell: Error | undefined;

  constructor(start: HelperStart) {
    this.#worker = new Worker(new URL("./helperThread.ts", import.meta.url), { workerData: start });
    this.#worker.on("message", (message: FromHelper) => this.#hears(message));
    this.#worker.on("error", (error) => this.#falls(error as Error));
    this.#worker.on("exit", () => this.#falls(new Error("The helper of the demo company ended")));
    this.#told.promise.catch(() => undefined); // Whoever waits for it hears of it.
  }

  /** Lets it plan its share in the agenda of all. */
  tell(telling: Telling, plans: Plans): Promise<void> {
    this.#plans = plans;
    this.#say({ tell: telling });
    return this.#told.promise;
  }

  /** What it remembers of roads may no longer hold. */
  learned() {
    this.#say({ learned: true });
  }

  async close(): Promise<void> {
    const gone = new Promise((resolve) => this.#worker.once("exit", resolve));
    if (this.#fell) return;
    this.#say({ end: true });
    await gone;
  }

  #say(message: ToHelper) {
    this.#worker.postMessage(message);
  }

  #hears(message: FromHelper) {
    if ("plan" in message)
      this.#plans?.plan({ ...message.step, run: (release) => this.#go(message.plan, release) });
    else if ("released" in message) this.#going.get(message.released)?.release();
    else if ("done" in message) this.#ends(message.done)?.resolve();
    else if ("failed" in message) this.#ends(message.failed)?.reject(new Error(message.why));
    else this.#told.resolve();
  }

  async #go(id: number, release: () => void) {
    if (this.#fell) throw this.#fell;
    const over = Promise.withResolvers<void>();
    this.#going.set(id, { release, over });
    this.#say({ go: id });
    await over.promise;
  }

  #ends(id: number) {
    const over = this.#going.get(id)?.over;
    this.#going.delete(id);
    return over;
  }

  #falls(error: Error) {
    this.#fell ??= error;
    this.#told.reject(this.#fell);
    for (const { over } of this.#going.values()) over.reject(this.#fell);
  }
}
