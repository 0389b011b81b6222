import { AsyncLocalStorage } from "node:async_hooks";
import {
  type Actor,
  handClock,
  type Platform,
  runAction,
  runDueJobs,
  runQuery,
  runRecurring,
} from "#platform";

interface Step {
  at: string;
  /** What it is about; steps about the same go one after the other. */
  about: string;
  order: number;
  /** What it competes for with others, such as a place on a day; such steps go one after the other as well. */
  competes: string | undefined;
  run: () => Promise<unknown>;
}

/** The company lived through at a clock in the hand: steps happen in order of time, jobs and listeners at their own moment. */
export interface Stage {
  now(): string;
  /** Plans a step about an order; one that lies after the end never happens. */
  at(moment: string, about: string, run: () => Promise<unknown>, competes?: string): void;
  /** Does what a person, partner or machine does, through the real action. */
  act<T = unknown>(actor: Actor, endpoint: string, input: object): Promise<T>;
  /** Looks at something through the real query. */
  ask<T = unknown>(actor: Actor, endpoint: string, input: object): Promise<T>;
}

const morning = 8;
/** Steps of so much time go side by side: they belong to different orders, and most of it is waiting for the database. */
const windowMilliseconds = 2 * 3_600_000;
const mostAtOnce = 8;

/** Lives through all planned steps until `end`; gives how many there were. */
export const liveThrough = async (
  running: Platform,
  { from, end, direct }: { from: string; end: string; direct: (stage: Stage) => Promise<void> },
  onProgress: (done: number) => void,
): Promise<number> => {
  const clock = handClock(from);
  const moment = new AsyncLocalStorage<string>();
  const now = () => moment.getStore() ?? clock.now();
  const platform: Platform = { ...running, clock: { now }, now, committed: () => undefined };
  const routes = new Map(
    running.capabilities.flatMap((capability) =>
      capability.routes.map((route) => [route.endpoint.name, route] as const),
    ),
  );
  const steps: Step[] = [];
  let planned = 0;

  const routeOf = (endpoint: string) => {
    const route = routes.get(endpoint);
    if (!route) throw new Error(`There is no ${endpoint}`);
    return route;
  };
  const stage: Stage = {
    now,
    at(at, about, run, competes) {
      if (at <= end) steps.push({ at, about, order: (planned += 1), competes, run });
    },
    async act(actor, endpoint, input) {
      const route = routeOf(endpoint);
      if (route.type !== "action") throw new Error(`${endpoint} is no action`);
      const { body } = await runAction(platform, route, { actor, input });
      await runDueJobs(platform, { atItsTime: true });
      return body as never;
    },
    async ask(actor, endpoint, input) {
      const route = routeOf(endpoint);
      if (route.type !== "query") throw new Error(`${endpoint} is no query`);
      return (await runQuery(platform, route, { actor, input })).body as never;
    },
  };

  await direct(stage);
  let day = "";
  let done = 0;
  while (steps.length > 0) {
    const batch = takeEarliest(steps);
    const first = batch[0]!.at;
    if (first > clock.now()) clock.set(first);
    await runDueJobs(platform, { atItsTime: true });
    if (first.slice(0, 10) !== day && Number(first.slice(11, 13)) >= morning) {
      day = first.slice(0, 10);
      await runRecurring(platform);
    }
    await Promise.all(batch.map(({ at, run }) => moment.run(at, run)));
    const last = batch.at(-1)!.at;
    if (last > clock.now()) clock.set(last);
    done += batch.length;
    onProgress(done);
  }
  clock.set(end);
  await runDueJobs(platform, { atItsTime: true });
  await runRecurring(platform);
  return done;
};

/** Takes the steps that come first and lie close together, one of each order and one of those that compete. */
const takeEarliest = (steps: Step[]): Step[] => {
  steps.sort((a, b) => (a.at === b.at ? a.order - b.order : a.at < b.at ? -1 : 1));
  const until = Date.parse(steps[0]!.at) + windowMilliseconds;
  const busy = new Set<string>();
  const batch = new Set<Step>();
  for (const step of steps) {
    if (batch.size === mostAtOnce || Date.parse(step.at) > until) break;
    const { about, competes = about } = step;
    if (!busy.has(about) && !busy.has(competes)) batch.add(step);
    busy.add(about).add(competes);
  }
  steps.splice(0, steps.length, ...steps.filter((step) => !batch.has(step)));
  return [...batch];
};
