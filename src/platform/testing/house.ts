import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Action, Query, Request } from "../action.ts";
import type { Actor } from "../actor.ts";
import type { Capability } from "../capability.ts";
import type { Endpoint, InputOf, OutputOf } from "../contract/index.ts";
import { openDatabase } from "../database/open.ts";
import { localFiles } from "../files/store.ts";
import { identitySecrets } from "../identity/secrets.ts";
import { runDueJobs } from "../jobs/dueJobs.ts";
import { signedLinks } from "../links.ts";
import { outbound } from "../outbound/outbound.ts";
import { inTransaction } from "../perform.ts";
import { createPlatform, type Platform } from "../platform.ts";
import { runAction, runQuery } from "../run.ts";
import type { Services } from "../services.ts";
import { writeAllowedMoves } from "../statusGuard.ts";
import { handClock } from "../time.ts";
import type { Work } from "../work.ts";
import { freshDatabase } from "./database.ts";

/** A whole house on a fresh database with a clock in the hand, for tests. */
export interface House {
  platform: Platform;
  clock: ReturnType<typeof handClock>;
  url: string;
  /** Runs an action as somebody and gives its answer. */
  does<E extends Endpoint>(
    actor: Actor,
    action: Action<E>,
    input: InputOf<E>,
    more?: { idempotencyKey?: string; request?: Request },
  ): Promise<OutputOf<E>>;
  /** Asks a query as somebody. */
  asks<E extends Endpoint>(actor: Actor, query: Query<E>, input: InputOf<E>): Promise<OutputOf<E>>;
  /** Does a piece of work in one transaction, as an action would. */
  works<T>(actor: Actor, handle: (work: Work) => Promise<T>): Promise<T>;
  /** Runs every listener and job that is due; the number that ran. */
  settles(): Promise<number>;
  close(): Promise<void>;
}

/** Builds the house with the given capabilities at a moment; `services` replaces or adds outside services. */
export const openHouse = async (
  capabilities: readonly Capability[],
  { at = "2026-03-02T08:00:00.000Z", services = {} }: { at?: string; services?: Partial<Services> } = {},
): Promise<House> => {
  const fresh = await freshDatabase();
  const folder = await mkdtemp(join(tmpdir(), "chargecars-test-"));
  const database = openDatabase(fresh.url, { max: 10 });
  const clock = handClock(at);
  const defaults = {
    files: localFiles(folder),
    links: signedLinks("secret of the tests"),
    identity: identitySecrets("secret of the tests"),
    outbound: outbound({ allowPrivate: true }),
    baseUrl: "http://localhost:3000",
  };
  const platform = createPlatform({
    database,
    clock,
    capabilities,
    services: { ...defaults, ...services } as Services,
  });
  await writeAllowedMoves(database.db, capabilities);
  return {
    platform,
    clock,
    url: fresh.url,
    does: async (actor, action, input, more = {}) =>
      (await runAction(platform, action, { actor, input, ...more })).body as never,
    asks: async (actor, query, input) => (await runQuery(platform, query, { actor, input })).body as never,
    works: (actor, handle) => inTransaction(platform, { action: "test", actor }, handle),
    settles: () => runDueJobs(platform),
    async close() {
      await database.close();
      await fresh.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
};
