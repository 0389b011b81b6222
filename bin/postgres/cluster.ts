import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chownSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { makeFolder, type Place } from "./place.ts";
import type { Programs } from "./programs.ts";
import { troubleFrom } from "./troubles.ts";

/** The account inside PostgreSQL that owns everything. */
export const owner = "chargecars";

/** Environment for PostgreSQL's programs: nothing of the person's own locale or PG settings leaks in. */
export const plainEnvironment = { PATH: process.env.PATH ?? "", LC_ALL: "C", TZ: "UTC" };

/** Makes the data on first use; made aside and moved in whole, so a killed first start leaves nothing behind. */
export function makeCluster(place: Place, programs: Programs): void {
  makeFolder(place);
  if (existsSync(join(place.cluster, "PG_VERSION"))) return;
  const half = `${place.cluster}.${process.pid}`;
  rmSync(half, { recursive: true, force: true });
  try {
    initialize(place, programs, half);
    renameSync(half, place.cluster);
  } catch (problem) {
    rmSync(half, { recursive: true, force: true });
    // Another process was first: its data is as good as ours.
    if (!existsSync(join(place.cluster, "PG_VERSION"))) throw problem;
  }
}

function initialize(place: Place, { initdb }: Programs, folder: string): void {
  const password = join(place.folder, `password.${process.pid}`);
  writeFileSync(password, passwordFor(place), { mode: 0o600 });
  if (place.account) chownSync(password, place.account.uid, place.account.gid);
  const choices = ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C", "--encoding=UTF8"];
  const access = ["--auth=scram-sha-256", `--username=${owner}`, `--pwfile=${password}`];
  const done = spawnSync(initdb, ["-D", folder, ...choices, ...access, "--no-instructions"], {
    ...place.account,
    env: plainEnvironment,
    cwd: place.folder,
    encoding: "utf8",
  });
  rmSync(password, { force: true });
  if (done.status !== 0)
    throw troubleFrom(`${done.stdout ?? ""}\n${done.stderr ?? ""}\n${done.error ?? ""}`, place);
}

/** The owner's password, thought up once and readable by its owner only. */
export function passwordFor({ passwordFile }: Place): string {
  if (!existsSync(passwordFile)) {
    try {
      writeFileSync(passwordFile, randomBytes(24).toString("base64url"), { mode: 0o600, flag: "wx" });
    } catch (problem) {
      if ((problem as NodeJS.ErrnoException).code !== "EEXIST") throw problem;
    }
  }
  return readFileSync(passwordFile, "utf8").trim();
}
