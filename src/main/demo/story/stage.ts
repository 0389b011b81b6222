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
  order: number;
  run: () => Promise<void>;
}

/** The company lived through at a clock in the hand: steps happen in order of time, jobs and listeners at their own moment. */
export interface Stage {
  now(): string;
  /** Plans a step; one that lies after the end never happens. */
  at(moment: string, run: () => Promise<void>): void;
  /** Does what a person, partner or machine does, through the real action. */
  act<T = unknown>(actor: Actor, endpoint: string, input: object): Promise<T>;
  /** Looks at something through the real query. */
  ask<T = unknown>(actor: Actor, endpoint: string, input: object): Promise<T>;
}

const hourOfDay = 8;

/** Lives through all planned steps until `end`; gives how many there were. */
export const liveThrough = async (
  running: Platform,
  { from, end, direct }: { from: string; end: string; direct: (stage: Stage) => Promise<void> },
  onProgress: (done: number) => void,
): Promise<number> => {
  const clock = handClock(from);
  const platform: Platform = { ...running, clock, now: clock.now, committed: () => undefined };
  const routes = new Map(
    running.capabilities.flatMap(({ routes }) =>
      routes.map((route) => [route.endpoint.name, route] as const),
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
    now: clock.now,
    at(moment, run) {
      if (moment <= end) steps.push({ at: moment, order: (planned += 1), run });
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
    const next = takeEarliest(steps);
    if (next.at > clock.now()) clock.set(next.at);
    await runDueJobs(platform, { atItsTime: true });
    if (next.at.slice(0, 10) !== day && Number(next.at.slice(11, 13)) >= hourOfDay) {
      day = next.at.slice(0, 10);
      await runRecurring(platform);
    }
    await next.run();
    done += 1;
    onProgress(done);
  }
  clock.set(end);
  await runDueJobs(platform, { atItsTime: true });
  await runRecurring(platform);
  return done;
};

/** Takes the step that comes first; steps of the same moment in the order in which they were planned. */
const takeEarliest = (steps: Step[]): Step => {
  let first = 0;
  for (let index = 1; index < steps.length; index += 1) {
    const a = steps[index]!;
    const b = steps[first]!;
    if (a.at < b.at || (a.at === b.at && a.order < b.order)) first = index;
  }
  const [step] = steps.splice(first, 1);
  return step!;
};
