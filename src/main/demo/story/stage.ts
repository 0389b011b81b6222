import { AsyncLocalStorage } from "node:async_hooks";
import { outboxMailer } from "#messaging";
import {
  type Actor,
  dayOf,
  daysAfter,
  type Kept,
  mostTogether,
  type Platform,
  type Route,
  runAction,
  runDueJobs,
  runNext,
  runQuery,
  runRecurring,
  weekdayOf,
} from "#platform";
import { Agenda, type Plans, type Step } from "./agenda.ts";

/** The company lived through at a clock in the hand: steps happen in order of time, jobs and listeners at their own moment. */
export interface Stage {
  now(): string;
  /** Plans a step about an order; one that lies after the end never happens. */
  at(moment: string, about: string, run: () => Promise<unknown>, competes?: string): void;
  /** Plans how the `index`-th order begins. They begin one after the other, so that the same company gives each its same number. */
  begins(moment: string, index: number, run: () => Promise<unknown>): void;
  /** Does what a person, partner or machine does, through the real action. */
  act<T = unknown>(actor: Actor, endpoint: string, input: object): Promise<T>;
  /** Looks at something through the real query. */
  ask<T = unknown>(actor: Actor, endpoint: string, input: object): Promise<T>;
}

/** When recurring work of a day is done, in UTC: after the times of all of it, before people begin. */
const morning = "08:00:00.000Z";

interface Plan extends Omit<Step, "run"> {
  run: () => Promise<unknown>;
  /** The order that jobs are due for. */
  due?: string | null;
}

/** A moment of the story: for which orders something is due, and what follows from it later. */
interface Moment {
  at: string;
  due: Set<string | null>;
  later: Plan[];
}
const momentAt = (at: string, due: readonly (string | null)[] = []): Moment => ({
  at,
  due: new Set(due),
  later: [],
});

/** Whoever lives steps: all of the story, or a part of it in a thread of its own. */
export class Living implements Stage {
  readonly #plans: Plans;
  readonly #moments = new AsyncLocalStorage<Moment>();
  readonly #routes: ReadonlyMap<string, Route>;
  readonly #platform: Platform;
  readonly #from: string;
  readonly #end: string;

  constructor(running: Platform, { from, end, plans }: { from: string; end: string; plans: Plans }) {
    this.#plans = plans;
    this.#from = from;
    this.#end = end;
    const now = () => this.#moments.getStore()?.at ?? from;
    const services = { ...running.services, mailer: outboxMailer };
    const committed = ({ queued }: Kept) => this.#remember(queued);
    this.#platform = { ...running, services, clock: { now }, now, committed, isPast: true };
    const routes = running.capabilities.flatMap((capability) => capability.routes);
    this.#routes = new Map(routes.map((route) => [route.endpoint.name, route]));
  }

  now() {
    return this.#platform.now();
  }

  at(at: string, about: string, run: () => Promise<unknown>, competes?: string) {
    this.#plan({ at, about, run, competes });
  }

  begins(at: string, index: number, run: () => Promise<unknown>) {
    this.#plan({ at, about: `new ${index}`, run, competes: "order numbers", begins: true });
  }

  async act<T>(actor: Actor, endpoint: string, input: object): Promise<T> {
    const route = this.#routes.get(endpoint);
    if (route?.type !== "action") throw new Error(`There is no action ${endpoint}`);
    return (await runAction(this.#platform, route, { actor, input })).body as T;
  }

  async ask<T>(actor: Actor, endpoint: string, input: object): Promise<T> {
    const route = this.#routes.get(endpoint);
    if (route?.type !== "query") throw new Error(`There is no query ${endpoint}`);
    return (await runQuery(this.#platform, route, { actor, input })).body as T;
  }

  /** What waits, such as work that was put back, and what returns by the clock. */
  async #wake() {
    await runDueJobs(this.#platform, { atItsTime: true });
    await runRecurring(this.#platform);
  }

  /** Plans how it begins. */
  begin(direct: (stage: Stage) => void): Promise<void> {
    return this.#liveAt(momentAt(this.#from), async () => direct(this));
  }

  /** Plans what is done before people begin, alone: on working days, for nobody looks at the weekend. */
  planMornings(afterwards: () => void) {
    const run = async () => {
      await this.#wake();
      afterwards();
    };
    for (let day = dayOf(this.#from); day <= dayOf(this.#end); day = daysAfter(day, 1))
      if (weekdayOf(day) <= 5) this.#plan({ at: `${day}T${morning}`, about: "morning", isAlone: true, run });
  }

  end(last: (stage: Stage) => Promise<unknown>): Promise<void> {
    return this.#liveAt(momentAt(this.#end), async () => {
      await this.#wake();
      await last(this);
    });
  }

  /** Work that is due at once is done at the end of the step; what is due later becomes a step of its own. */
  #remember(queued: Kept["queued"]) {
    const here = this.#moments.getStore();
    for (const { orderId, runAt } of queued) {
      if (here && runAt <= here.at) here.due.add(orderId);
      else this.#plan({ at: runAt, about: orderId ?? "everybody", due: orderId, run: async () => undefined });
    }
  }

  /** What a step leads to is planned when the step is over, so that nothing of an order overtakes it. */
  #plan(plan: Plan) {
    if (plan.at > this.#end) return;
    const here = this.#moments.getStore();
    if (here) here.later.push(plan);
    else this.#enter(plan);
  }

  #enter({ due, run, ...step }: Plan) {
    const here = momentAt(step.at, due === undefined ? [] : [due]);
    this.#plans.plan({ ...step, run: (release) => this.#liveAt(here, run, release) });
  }

  async #liveAt(here: Moment, run: () => Promise<unknown>, release = () => {}) {
    await this.#moments.run(here, async () => {
      await run();
      release();
      await this.#settle(here);
    });
    for (const plan of here.later) this.#enter(plan);
  }

  async #settle({ at, due }: Moment) {
    for (let [orderId] = due; orderId !== undefined; [orderId] = due) {
      due.delete(orderId);
      const options = { now: at, atItsTime: true, ...(orderId ? { orderId } : {}) };
      const fewest = orderId ? mostTogether : 1;
      while ((await runNext(this.#platform, options)) >= fewest);
    }
  }
}

interface Story {
  from: string;
  end: string;
  direct: (stage: Stage) => void;
  /** What is done last of all, when everything else was. */
  last: (stage: Stage) => Promise<unknown>;
  /** Somebody who plans in the same agenda and lives what was planned elsewhere. */
  helper?: { joins: (plans: Plans) => Promise<void>; learned: () => void } | undefined;
}

/** Lives through all planned steps until `end`; gives how many there were. */
export const liveThrough = async (
  platform: Platform,
  { from, end, direct, last, helper }: Story,
): Promise<number> => {
  const agenda = new Agenda();
  const living = new Living(platform, { from, end, plans: agenda });
  await living.begin(direct);
  await helper?.joins(agenda);
  living.planMornings(() => helper?.learned());
  const steps = await agenda.live();
  await living.end(last);
  return steps;
};
