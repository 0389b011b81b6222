import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { closeSync, openSync, renameSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { SetupProblem } from "../setupProblem.ts";
import { plainEnvironment } from "./cluster.ts";
import type { Place } from "./place.ts";
import { findPostmaster, type Postmaster } from "./postmaster.ts";
import type { Programs } from "./programs.ts";
import { logLength, logSince, troubleFrom } from "./troubles.ts";

const always = {
  listen_addresses: "127.0.0.1",
  max_connections: 200,
  shared_buffers: "256MB",
  work_mem: "16MB",
  maintenance_work_mem: "128MB",
  random_page_cost: 1.1,
  jit: "off",
  TimeZone: "UTC",
  log_timezone: "UTC",
};
const safe = { max_wal_size: "2GB", checkpoint_timeout: "15min" };
/** Losing the data in a crash is fine for tests, and they run several times as fast. */
const fast = { fsync: "off", full_page_writes: "off", synchronous_commit: "off", max_wal_size: "4GB" };

/** The longest address of a socket that every system takes, in bytes. */
const longestSocket = 103;

/**
 * Where PostgreSQL listens beside its port: in its own closed folder, where no other account comes. A socket spares the work of
 * the network. None when the address would be too long or the system has no such sockets.
 */
const socketFolderFor = ({ folder }: Place, port: number): string => {
  const isUsable = process.platform !== "win32" && !folder.includes('"');
  const isShort = Buffer.byteLength(`${folder}/.s.PGSQL.${port}`) <= longestSocket;
  return isUsable && isShort ? `"${folder}"` : "";
};

/** Launches PostgreSQL on its own feet: it outlives us, and Ctrl-C does not reach it before we say so. */
export async function launch(
  place: Place,
  programs: Programs,
  { port, durable }: { port: number; durable: boolean },
): Promise<Postmaster> {
  const from = tidyLog(place);
  const log = openSync(place.log, "a", 0o600);
  const places = { port, unix_socket_directories: socketFolderFor(place, port) };
  const settings = Object.entries({ ...always, ...(durable ? safe : fast), ...places });
  const child = spawn(
    programs.postgres,
    ["-D", place.cluster, ...settings.flatMap(([name, value]) => ["-c", `${name}=${value}`])],
    {
      ...place.account,
      cwd: place.folder,
      env: plainEnvironment,
      detached: true,
      stdio: ["ignore", log, log],
    },
  );
  closeSync(log);
  child.unref();
  return untilReady(place, child, from);
}

async function untilReady(place: Place, child: ChildProcess, from: number): Promise<Postmaster> {
  let failure: Error | undefined;
  child.once("error", (error) => {
    failure = error;
  });
  // Recovery after a power cut can take minutes; a server that has given up has left.
  for (const end = Date.now() + 600_000; Date.now() < end; await pause(20)) {
    if (failure || child.exitCode !== null || child.signalCode !== null) {
      throw troubleFrom(`${logSince(place, from)}\n${failure ? `fatal: ${failure.message}` : ""}`, place);
    }
    const found = findPostmaster(place);
    if (found?.ready && found.pid === child.pid) return found;
  }
  throw new SetupProblem(`PostgreSQL is not ready after ten minutes; see ${place.log}.`);
}

const kindly = 10_000;

/**
 * Stops the server kindly: open work is rolled back, everything is written, then it leaves. One that was told so in the very
 * moment it got up again after a fall never leaves; it is stopped at once, and what it had not written it reads from its log.
 */
export async function shutDown(place: Place, { pgCtl }: Programs): Promise<void> {
  const running = findPostmaster(place);
  if (!running) return;
  if (process.platform === "win32") {
    spawnSync(pgCtl, ["stop", "-D", place.cluster, "-m", "fast"], { env: plainEnvironment });
  } else {
    process.kill(running.pid, "SIGINT");
    if (await untilGone(place, kindly)) return;
    if (findPostmaster(place)?.pid === running.pid) process.kill(running.pid, "SIGQUIT");
  }
  if (!(await untilGone(place))) throw new SetupProblem(`PostgreSQL does not stop; see ${place.log}.`);
}

/** Waits until no server runs on this data, at most so many milliseconds. */
export async function untilGone(place: Place, patience = 60_000): Promise<boolean> {
  for (const end = Date.now() + patience; Date.now() < end; await pause(20)) {
    if (!findPostmaster(place)) return true;
  }
  return false;
}

function tidyLog(place: Place): number {
  const length = logLength(place);
  if (length < 10_000_000) return length;
  renameSync(place.log, `${place.log}.old`);
  return 0;
}
