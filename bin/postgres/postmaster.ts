import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Place } from "./place.ts";

/** A PostgreSQL that runs on our data, as it says itself in `postmaster.pid`. */
export type Postmaster = {
  pid: number;
  port: number;
  /** The folder of the socket it listens on beside its port; empty when there is none. */
  socketFolder: string;
  ready: boolean;
};

/**
 * Finds the server on this data, also one that outlived the program that started it. A `postmaster.pid`
 * left by a crash is thrown away: PostgreSQL itself would stop at it when the number is in use again. One that is empty
 * still is a server's that writes its number this very moment.
 */
export function findPostmaster({ cluster }: Place): Postmaster | undefined {
  const file = join(cluster, "postmaster.pid");
  const text = contentOf(file);
  if (text === undefined) return undefined;
  if (text === "" && isFresh(file)) return undefined;
  const lines = text.split("\n");
  const pid = Number(lines[0]);
  if (isPostgres(pid)) {
    const [port, socketFolder = "", , , state = ""] = lines.slice(3);
    return { pid, port: Number(port), socketFolder, ready: state.trim() === "ready" };
  }
  rmSync(file, { force: true });
  return undefined;
}

function contentOf(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined; // None, or gone this very moment.
  }
}

/** Written to in the last seconds. */
function isFresh(file: string): boolean {
  const changedAt = statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  return Date.now() - changedAt < 5000;
}

function isPostgres(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0 || !isAlive(pid)) return false;
  if (process.platform === "win32") return true;
  if (existsSync("/proc/self/cmdline")) return commandInProc(pid).includes("postgres");
  return spawnSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" }).stdout.includes(
    "postgres",
  );
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (problem) {
    return (problem as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** Empty for a process that has ended and only waits to be counted. */
function commandInProc(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8");
  } catch {
    return "";
  }
}
