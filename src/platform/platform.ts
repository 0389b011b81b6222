import type { Capability } from "./capability.ts";
import type { Instant } from "./contract/index.ts";
import type { Database } from "./database/open.ts";
import type { Listener } from "./events.ts";
import type { JobKind, Recurring } from "./jobs/jobs.ts";
import type { Kept } from "./keep.ts";
import type { Services } from "./services.ts";
import type { Clock } from "./time.ts";

/** The running house: its database, clock, outside services and everything the capabilities brought along. */
export interface Platform {
  database: Database;
  clock: Clock;
  services: Services;
  capabilities: readonly Capability[];
  listenersOf(eventName: string): readonly Listener[];
  listener(name: string): Listener | undefined;
  job(kind: string): JobKind<never> | undefined;
  recurring: readonly Recurring[];
  /** The house lives what was: what something leads to is done in the same transaction, see `doAtOnce`. */
  isPast?: boolean;
  /** Called after a commit that stored something, with what it stored; live screens and workers wake up on it. */
  committed: (kept: Kept) => void;
  now(): Instant;
}

const grouped = <T>(items: readonly T[], keyOf: (item: T) => string) => {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
};

/** Puts the capabilities together; two things of the same name are a mistake and stop the start. */
export const createPlatform = (given: {
  database: Database;
  clock: Clock;
  services: Services;
  capabilities: readonly Capability[];
}): Platform => {
  const listeners = given.capabilities.flatMap((capability) => capability.listeners ?? []);
  const jobs = given.capabilities.flatMap((capability) => capability.jobs ?? []);
  const routes = given.capabilities.flatMap((capability) => capability.routes);
  const byEvent = grouped(listeners, (listener) => listener.eventName);
  const byName = grouped(listeners, (listener) => listener.name);
  const byKind = grouped(jobs, (job) => job.kind);
  const byEndpoint = grouped(routes, (route) => route.endpoint.name);
  for (const group of [byName, byKind, byEndpoint])
    for (const [name, same] of group) if (same.length > 1) throw new Error(`There are two of ${name}`);

  return {
    ...given,
    listenersOf: (eventName) => byEvent.get(eventName) ?? [],
    listener: (name) => byName.get(name)?.[0],
    job: (kind) => byKind.get(kind)?.[0],
    recurring: given.capabilities.flatMap((capability) => capability.recurring ?? []),
    committed: () => undefined,
    now: () => given.clock.now(),
  };
};
