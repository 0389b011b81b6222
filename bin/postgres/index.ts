import { rmSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import type pg from "pg";
import { isFree, nextFreePort } from "../freePort.ts";
import { SetupProblem } from "../setupProblem.ts";
import { makeCluster, owner, passwordFor } from "./cluster.ts";
import { type Place, placeFor } from "./place.ts";
import { findPostmaster, type Postmaster } from "./postmaster.ts";
import { findPrograms, type Programs } from "./programs.ts";
import { launch, shutDown } from "./server.ts";
import { letGo, makeDatabase, type Share, takeShare } from "./share.ts";
import { collapseIn, isOutsideTheData, logLength, logSince } from "./troubles.ts";

export type PostgresOptions = {
  dataFolder: string;
  /** A port the person named: taken means an error. Left out: 15432 or the next free one. */
  port?: number | undefined;
  /** False for tests: fast, and the data may be lost in a crash. */
  durable?: boolean;
  database?: string;
};

export type RunningPostgres = {
  url: string;
  /** PostgreSQL's own data folder, for a hot copy. */
  cluster: string;
  /** What ended the server by itself while we used it, such as a disk that is full. */
  trouble(): SetupProblem | undefined;
  /** Stops the server, unless another program still uses it. */
  stop(): Promise<void>;
};

const defaultPort = 15432;

/** Starts the embedded PostgreSQL on a folder, or joins the one that runs there already. */
export async function startPostgres(options: PostgresOptions): Promise<RunningPostgres> {
  const place = placeFor(options.dataFolder);
  const programs = findPrograms(place.account);
  const { running, share } = await join(place, programs, options);
  const database = options.database ?? "chargecars";
  const maintenance = urlFor(place, running, "postgres");
  const from = logLength(place);
  await makeDatabase(maintenance, database);
  let stopped: Promise<void> | undefined;
  const stop = async () => {
    if (await letGo(share, maintenance)) await shutDown(place, programs);
  };
  return {
    url: urlFor(place, running, database),
    cluster: place.cluster,
    trouble: () => collapseIn(logSince(place, from), place),
    stop: () => (stopped ??= stop()),
  };
}

/** A server may be on its way up or down, or another program may start it at this very moment: try again. */
async function join(place: Place, programs: Programs, options: PostgresOptions) {
  for (const end = Date.now() + 60_000; ; await pause(100)) {
    const running = findPostmaster(place) ?? (await start(place, programs, options));
    try {
      if (running) return { running, share: await shareOf(place, running, options) };
    } catch (problem) {
      if (Date.now() > end || problem instanceof SetupProblem) throw problem;
      if (!isPassing(problem)) throw notOurs(place, running, problem);
    }
  }
}

async function start(
  place: Place,
  programs: Programs,
  options: PostgresOptions,
): Promise<Postmaster | undefined> {
  const { port, durable = true } = options;
  if (port !== undefined && !(await isFree(port))) {
    throw new SetupProblem(
      `Port ${port} is taken: end what listens there, or name another one in POSTGRES_PORT.`,
    );
  }
  try {
    makeCluster(place, programs);
    return await launch(place, programs, { port: port ?? (await nextFreePort(defaultPort)), durable });
  } catch (problem) {
    if (findPostmaster(place)) return undefined; // Another program was first: join that one.
    if (port === undefined && /port/i.test((problem as Error).message)) return undefined;
    if (durable || isOutsideTheData(problem)) throw problem;
    rmSync(place.cluster, { recursive: true, force: true });
    makeCluster(place, programs);
    return launch(place, programs, { port: port ?? (await nextFreePort(defaultPort)), durable });
  }
}

async function shareOf(place: Place, running: Postmaster, { port }: PostgresOptions): Promise<Share> {
  if (port !== undefined && running.port !== port) {
    throw new SetupProblem(
      `PostgreSQL already runs on port ${running.port} for ${place.folder}; end it, or leave POSTGRES_PORT out.`,
    );
  }
  return takeShare(urlFor(place, running, "postgres"));
}

/** Starting up, shutting down, or not listening yet. */
function isPassing(problem: unknown): boolean {
  const { code = "", message = "" } = problem as pg.DatabaseError;
  return (
    ["57P03", "57P01", "ECONNREFUSED", "ECONNRESET", "ENOENT"].includes(code) || /terminated/i.test(message)
  );
}

function notOurs(place: Place, running: Postmaster | undefined, problem: unknown): SetupProblem {
  const why = (problem as Error).message;
  return new SetupProblem(
    `PostgreSQL on port ${running?.port} does not let us in with ${place.passwordFile}: ${why}`,
  );
}

/** The way in by the socket where there is one, and by the port; programs of PostgreSQL read it the same way. */
function urlFor(place: Place, { port, socketFolder }: Postmaster, database: string): string {
  const url = `postgres://${owner}:${passwordFor(place)}@127.0.0.1:${port}/${database}`;
  return socketFolder ? `${url}?host=${encodeURIComponent(socketFolder)}` : url;
}
