export interface Step {
  at: string;
  /** What it is about; steps about the same go one after the other. */
  about: string;
  /** What it competes for with others, such as a place on a day; such steps go one after the other as well. */
  competes?: string | undefined;
  /** Waits for all that comes before it, and all that comes after waits for it. */
  isAlone?: boolean;
  run: (release: () => void) => Promise<unknown>;
}

/** Where steps are planned. */
export interface Plans {
  plan(step: Step): void;
}

const hour = 3_600_000;
/** How far apart steps that go side by side may be. */
const farthest = 24 * hour;
/** The same for those that compete: they were planned longer ahead than this, so that who is first does not depend on the machine. */
const farthestCompeting = hour;
const mostAtOnce = 10;

/** Where a step belongs among the others: after all that come earlier or were planned for the same moment. */
const placeIn = (waiting: readonly Step[], at: string): number => {
  let [from, until] = [0, waiting.length];
  while (from < until) {
    const middle = (from + until) >> 1;
    if (waiting[middle]!.at <= at) from = middle + 1;
    else until = middle;
  }
  return from;
};

/** Steps in order of time, several side by side: they belong to different orders, and most of each is waiting for the database. */
export class Agenda implements Plans {
  readonly #waiting: Step[] = [];
  readonly #running = new Set<Step>();
  readonly #held = new Set<string>();
  #over: PromiseWithResolvers<void> | undefined;
  #done = 0;

  plan(step: Step) {
    this.#waiting.splice(placeIn(this.#waiting, step.at), 0, step);
  }

  /** Does everything that is planned, and what that plans in turn; gives how many steps that were. */
  async live(): Promise<number> {
    this.#over = Promise.withResolvers();
    this.#go();
    await this.#over.promise;
    return this.#done;
  }

  #go() {
    for (let next = this.#next(); next; next = this.#next()) void this.#start(next);
    if (this.#running.size === 0) this.#over?.resolve();
  }

  async #start(step: Step) {
    const { about, competes } = step;
    this.#waiting.splice(this.#waiting.indexOf(step), 1);
    this.#running.add(step);
    this.#held.add(about);
    if (competes) this.#held.add(competes);
    // Once: by the end of the step the next that competes may hold it.
    let holds = competes !== undefined;
    const release = () => {
      if (!holds) return;
      holds = false;
      this.#held.delete(competes!);
      this.#go();
    };
    try {
      await step.run(release);
    } catch (error) {
      this.#waiting.length = 0;
      this.#over?.reject(error);
    }
    this.#running.delete(step);
    this.#held.delete(about);
    this.#done += 1;
    release();
    this.#go();
  }

  /** The earliest step that may begin now; one that may not keeps its place before later ones about the same. */
  #next(): Step | undefined {
    const earliest = Math.min(...[...this.#running].map(({ at }) => Date.parse(at)));
    const busy = new Set(this.#held);
    for (const step of this.#waiting) {
      if (this.#running.size >= mostAtOnce) return undefined;
      if (step.isAlone) return this.#running.size === 0 && busy.size === 0 ? step : undefined;
      const ahead = Date.parse(step.at) - Math.min(earliest, Date.parse(this.#waiting[0]!.at));
      if (ahead > farthest) return undefined;
      if ([...this.#running].some(({ isAlone }) => isAlone)) return undefined;
      const { about, competes = about } = step;
      const isNear = step.competes === undefined || ahead <= farthestCompeting;
      if (isNear && !busy.has(about) && !busy.has(competes)) return step;
      busy.add(about).add(competes);
    }
    return undefined;
  }
}
