export interface Step {
  at: string;
  /** What it is about; steps about the same go one after the other. */
  about: string;
  /** What it competes for with others, such as a place on a day; such steps go one after the other as well. */
  competes?: string | undefined;
  /** Waits for all that comes before it, and all that comes after waits for it, but for what begins something. */
  isAlone?: boolean;
  /** Begins something that nothing else is about yet: it does not wait for what is alone, and goes days ahead of the others. */
  begins?: boolean | undefined;
  run: (release: () => void) => Promise<unknown>;
}

/** Where steps are planned. */
export interface Plans {
  plan(step: Step): void;
}

const hour = 3_600_000;
/** How far apart steps that go side by side may be: less than a night, for nobody drives to a visit of tomorrow while others book for it today. */
const farthest = 8 * hour;
/** The same for those that compete: they were planned longer ahead than this, so that who is first does not depend on the machine. */
const farthestCompeting = hour;
/** How far steps that begin something may be ahead of all others: they keep both processors busy while little else may go. */
const farthestBeginning = 4 * 24 * hour;
const mostAtOnce = 10;

interface Waiting {
  step: Step;
  /** Milliseconds since 1970. */
  at: number;
}

/** Where a step belongs among the others: after all that come earlier or were planned for the same moment. */
const placeIn = (waiting: readonly Waiting[], at: number): number => {
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
  readonly #waiting: Waiting[] = [];
  /** Those of the waiting that begin something. */
  readonly #beginnings: Waiting[] = [];
  readonly #running = new Set<Waiting>();
  readonly #held = new Set<string>();
  #over: PromiseWithResolvers<void> | undefined;
  #done = 0;

  plan(step: Step) {
    const at = Date.parse(step.at);
    const list = step.begins ? this.#beginnings : this.#waiting;
    list.splice(placeIn(list, at), 0, { step, at });
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

  async #start(next: Waiting) {
    const { about, competes, run } = next.step;
    const list = next.step.begins ? this.#beginnings : this.#waiting;
    list.splice(list.indexOf(next), 1);
    this.#running.add(next);
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
      await run(release);
    } catch (error) {
      this.#waiting.length = 0;
      this.#beginnings.length = 0;
      this.#over?.reject(error);
    }
    this.#running.delete(next);
    this.#held.delete(about);
    this.#done += 1;
    release();
    this.#go();
  }

  /** The earliest step that may go now. */
  #next(): Waiting | undefined {
    if (this.#running.size >= mostAtOnce) return undefined;
    const firsts = [this.#waiting[0], this.#beginnings[0], ...this.#running];
    const earliest = Math.min(...firsts.map((each) => each?.at ?? Number.POSITIVE_INFINITY));
    const [step, beginning] = [this.#nextStep(earliest), this.#nextBeginning(earliest)];
    return step && beginning ? (beginning.at < step.at ? beginning : step) : (step ?? beginning);
  }

  /** A step that may not go yet keeps its place before later ones about the same. */
  #nextStep(earliest: number): Waiting | undefined {
    if (this.#isShut()) return undefined;
    const busy = new Set(this.#held);
    for (const next of this.#waiting) {
      const { about, competes = about, isAlone } = next.step;
      const ahead = next.at - earliest;
      if (isAlone) return this.#mayGoAlone(next) ? next : undefined;
      if (ahead > farthest) return undefined;
      const isNear = competes === about || ahead <= farthestCompeting;
      if (isNear && !busy.has(about) && !busy.has(competes)) return next;
      busy.add(about).add(competes);
    }
    return undefined;
  }

  /** Beginnings go in their order, so that who is first does not depend on the machine. */
  #nextBeginning(earliest: number): Waiting | undefined {
    const [next] = this.#beginnings;
    if (!next || next.at - earliest > farthestBeginning) return undefined;
    const { about, competes = about } = next.step;
    return this.#held.has(about) || this.#held.has(competes) ? undefined : next;
  }

  /** Whether something goes on that is alone. */
  #isShut(): boolean {
    return [...this.#running].some(({ step }) => step.isAlone);
  }

  /** Whether all that comes before `next` is over. */
  #mayGoAlone(next: Waiting): boolean {
    const isLater = ({ at }: Waiting) => at > next.at;
    return this.#waiting[0] === next && [...this.#running, ...this.#beginnings.slice(0, 1)].every(isLater);
  }
}
