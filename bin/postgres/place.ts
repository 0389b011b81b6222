import { createHash } from "node:crypto";
import { accessSync, chmodSync, chownSync, constants, existsSync, mkdirSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { SetupProblem } from "../setupProblem.ts";
import { type Account, accountFor, canReach } from "./account.ts";

/** Where one PostgreSQL keeps its things, and the account that owns them. */
export type Place = {
  folder: string;
  /** The data itself, as PostgreSQL lays it out. */
  cluster: string;
  passwordFile: string;
  log: string;
  account: Account;
};

/** Root's second home, for data and programs that another account cannot reach in the first. */
export const rootsOwnFolder = "/var/lib/chargecars";

/**
 * Finds the folder for the data: the one asked for, or one under `/var/lib/chargecars` when PostgreSQL
 * runs as another account (see `accountFor`) that cannot enter it, as in a checkout below a closed home.
 */
export function placeFor(dataFolder: string): Place {
  const asked = layOut(resolve(dataFolder));
  mkdirSync(dirname(asked.folder), { recursive: true });
  const own = layOut(join(rootsOwnFolder, ownName(asked.folder)));
  if (asked.account && existsSync(own.cluster)) return own;
  const closed = [dirname(asked.folder), asked.folder, asked.cluster].some(
    (path) => existsSync(path) && !canReach(asked.account, path),
  );
  if (!closed) return asked;
  if (!existsSync(asked.cluster)) return own;
  throw new SetupProblem(
    `The data in ${asked.cluster} belongs to account ${asked.account?.uid}, which cannot enter a folder above it.`,
  );
}

/** Makes the folder, closed to other people. */
export function makeFolder({ folder, account }: Place): void {
  if (dirname(folder) === rootsOwnFolder) makeRootsOwnFolder();
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (account) chownSync(folder, account.uid, account.gid);
  try {
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch {
    throw new SetupProblem(
      `${folder} belongs to another account; use that one, or name another CHARGECARS_HOME.`,
    );
  }
}

/** Other accounts may walk through it to what is theirs, whatever root's umask says. */
export function makeRootsOwnFolder(): void {
  mkdirSync(rootsOwnFolder, { recursive: true });
  chmodSync(rootsOwnFolder, 0o755);
}

function ownName(folder: string): string {
  return `${basename(folder)}-${createHash("sha256").update(folder).digest("hex").slice(0, 10)}`;
}

function layOut(folder: string): Place {
  const cluster = join(folder, "cluster");
  return {
    folder,
    cluster,
    passwordFile: join(folder, "password"),
    log: join(folder, "postgres.log"),
    account: accountFor(cluster),
  };
}
