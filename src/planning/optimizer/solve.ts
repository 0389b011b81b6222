import { type Found, isBetter } from "./anneal.ts";
import { areSlotsAlike, type Compiled } from "./compiled.ts";
import { type Course, courseFor } from "./course.ts";
import { firstPlan } from "./firstPlan.ts";
import type { PooledRoute, Route } from "./pool.ts";
import type { CycleAnswer, JoinAnswer } from "./searcher.ts";
import { OtherThread, ThisThread, type Thread } from "./thread.ts";
import { type Tuning, tuningFor } from "./tuning.ts";

/** How long and with what a problem is solved. Either `seconds` or `steps` (of each thread): with steps the plan is the same on any machine. */
export interface Effort {
  seconds?: number;
  steps?: number;
  threads?: number;
  seed?: number;
  /** Whether the calling thread searches as well: for a program that has nothing else to do meanwhile. */
  withThisThread?: boolean;
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

/** Times the price of an unplanned visit, by turns: a soft price finds ways round that a hard one never tries. */
const softness = [1, 0.3, 3];
/** Seconds, or about as many when it is steps that count. */
const lengthOf = ({ seconds, steps }: Effort): number => seconds ?? (steps ?? 0) / 60_000;

const roundsFor = (effort: Effort): number =>
  Math.max(2, Math.min(16, Math.round(4 + lengthOf(effort) * 1.5)));

/** How often a route may be looked at when routes are put together: the longer a cycle, the more of it, for there are more routes. */
const looksFor = (effort: Effort): number =>
  Math.min(8e6, 16e6 * (lengthOf(effort) / roundsFor(effort)) ** 2);
/** At least so often; where crews and days differ it brings more than the steps it takes the time of. */
const fewest = { alike: 1e6, apart: 3e6 };
/** After so many rounds it is done thoroughly, with so many times the looks: that finds more than often and hastily. */
const joinEvery = 4;
const thorough = 3;
/** Rounds at the end after which it is done as well. */
const ending = 2;

/** Solves a problem on several threads that exchange plans and routes at the end of every cycle. */
export const solve = async (problem: Compiled, effort: Effort): Promise<Solved> => {
  const { threads = 2, seed = 1, withThisThread = false } = effort;
  const begin = performance.now();
  // Nothing to plan, or nobody to plan it for: the first plan is the answer.
  if (problem.visits === 0 || problem.slots === 0 || problem.isFixed.every((fixed) => fixed === 1)) {
    const { found } = firstPlan(problem, effort.from);
    return { ...found, seconds: (performance.now() - begin) / 1000, steps: 0, rounds: 0 };
  }
  const startOf = (index: number) => ({
    problem,
    seed: seed * 7919 + index * 104_729,
    joins: index === 0,
  });
  // Threads take a tenth of a second to start; the first plan is made meanwhile.
  const others = Array.from({ length: withThisThread ? threads - 1 : threads });
  const crew: Thread[] = others.map((_, index) => new OtherThread(startOf(index)));
  try {
    const { found: first, leg } = firstPlan(problem, effort.from);
    if (withThisThread) crew.push(new ThisThread(startOf(threads - 1)));
    return await new Rounds(problem, effort, { crew, begin, first, leg }).run();
  } finally {
    await Promise.all(crew.map((thread) => thread.end()));
  }
};

interface Begun {
  crew: readonly Thread[];
  begin: number;
  first: Found;
  leg: number;
}

/** The rounds of a search: each thread does a cycle, then they exchange what they found. */
class Rounds {
  private readonly effort: Effort;
  private readonly begun: Begun;
  private readonly count: number;
  private readonly tuning: Tuning;
  private readonly course: Course;
  private readonly fewest: number;
  private best: Found;
  /** Routes met since they were put together last. */
  private fresh: PooledRoute[] = [];
  /** How many milliseconds putting routes together at the end will take, as far as is known. */
  private joining = 0;
  private steps = 0;
  private round = 0;

  constructor(problem: Compiled, effort: Effort, begun: Begun) {
    const { first, crew } = begun;
    this.effort = effort;
    this.begun = begun;
    this.count = roundsFor(effort);
    this.tuning = tuningFor(problem, first.missing);
    this.best = first;
    this.fewest = areSlotsAlike(problem) ? fewest.alike : fewest.apart;
    this.course = courseFor({
      problem,
      first,
      threads: crew.length,
      rounds: this.count,
      seed: effort.seed ?? 1,
      isInForce: effort.from !== undefined,
    });
  }

  private get passed(): number {
    return performance.now() - this.begun.begin;
  }

  /** Until when threads may be at work: what comes after their last cycle takes a little time as well. */
  private get budget(): number {
    const all = (this.effort.seconds ?? 0) * 1000;
    return all - Math.max(Math.min(60, all * 0.04), Math.min(this.joining, all * 0.1));
  }

  async run(): Promise<Solved> {
    const { seconds, signal, onProgress } = this.effort;
    for (; this.round < this.count && !signal?.aborted; this.round += 1) {
      if (seconds !== undefined && this.passed >= this.budget) break;
      // One thread puts together what the rounds before brought, while the others go on.
      const [joined, answers] = await Promise.all([this.join(), this.cycles()]);
      this.keep(joined);
      this.take(answers);
      if (this.round === this.count - 1) this.keep(await this.join());
      onProgress?.({ found: this.best, seconds: this.passed / 1000, steps: this.steps });
    }
    return { ...this.best, seconds: this.passed / 1000, steps: this.steps, rounds: this.round };
  }

  private cycles(): Promise<CycleAnswer[]> {
    const { effort, begun, round, count, course } = this;
    const { steps } = effort;
    const errands = course.next(this.best);
    const left = (this.budget - this.passed) / (count - round);
    const length =
      steps === undefined
        ? { untilEpoch: performance.timeOrigin + performance.now() + left }
        : { steps: Math.ceil(steps / count) };
    return Promise.all(
      begun.crew.map((thread, index) => {
        const { hot, cold, relief = 0, ...errand } = errands[index]!;
        return thread.cycle({
          ...length,
          ...errand,
          hot: begun.leg * hot,
          cold: begun.leg * cold,
          relief: begun.leg * relief,
          prices: softness[(round + index) % softness.length]!,
          tuning: this.tuning,
          met: course.met,
        });
      }),
    );
  }

  private take(answers: readonly CycleAnswer[]): void {
    const found = this.course.take(answers.map((answer) => answer.found));
    if (isBetter(found, this.best)) this.best = found;
    this.steps = answers.reduce((sum, answer) => sum + answer.steps, 0);
    this.fresh = this.fresh.concat(...answers.map(({ routes }) => routes));
  }

  /** How thoroughly routes are put together now, as times the usual looks. */
  private get care(): number {
    if (this.round >= this.count - ending) return 1;
    return (this.round + 1) % joinEvery === 0 ? thorough : 0;
  }

  private looksWith(care: number): number {
    return Math.max(this.fewest, care * looksFor(this.effort));
  }

  /** Has the routes met so far put together to something better than the best plan, when it is time for it. */
  private async join(): Promise<JoinAnswer> {
    const { fresh, best, begun, course, care } = this;
    if (!course.joins || care === 0) return { found: null, took: 0 };
    this.fresh = [];
    const looks = this.looksWith(care);
    const answer = await begun.crew[0]!.join({ best, routes: fresh, looks });
    this.joining = Math.max(this.joining, (answer.took * this.looksWith(1)) / looks);
    return answer;
  }

  private keep({ found }: JoinAnswer): void {
    if (found && isBetter(found, this.best)) this.best = found;
  }
}
