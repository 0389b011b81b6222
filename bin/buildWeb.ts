import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, resolve } from "node:path";
import { text } from "node:stream/consumers";
import { SetupProblem } from "./setupProblem.ts";

const root = resolve(import.meta.dirname, "..");
const built = join(root, "dist/web");
const fresh = join(root, "dist/web.fresh");
const stamp = join(root, "dist/web.stamp");
const keptMilliseconds = 14 * 24 * 3_600_000;

/** Builds the screens when their sources differ from those of the last build; other work may go on meanwhile. */
export async function buildWeb(): Promise<void> {
  const sources = fingerprint(webSources());
  if (existsSync(built) && existsSync(stamp) && readFileSync(stamp, "utf8") === sources) return;
  console.log("Building the screens …");
  rmSync(stamp, { force: true });
  const { succeeded, said } = await runVite();
  if (!succeeded) {
    console.error(said);
    const full = /ENOSPC/.test(said) ? ": the disk is full" : "; see above";
    throw new SetupProblem(`The screens could not be built${full}.`);
  }
  takeOver(fresh, built);
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, sources);
}

async function runVite(): Promise<{ succeeded: boolean; said: string }> {
  const vite = join(root, "node_modules/vite/bin/vite.js");
  const options = ["build", "--logLevel", "warn", "--outDir", fresh, "--emptyOutDir"];
  const child = spawn(process.execPath, [vite, ...options], {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, NODE_ENV: "production" },
  });
  const stop = () => child.kill();
  process.once("exit", stop);
  const left = once(child, "close") as Promise<[number | null]>;
  const [out, errors, [code]] = await Promise.all([text(child.stdout), text(child.stderr), left]);
  process.off("exit", stop);
  return { succeeded: code === 0, said: `${out}\n${errors}` };
}

/**
 * Puts a new build in the place of the one that is served, in a moment. Pages that are open go on asking for parts of
 * the build they came from, so those parts stay a while: their names carry their content, and never clash.
 */
export function takeOver(fresh: string, built: string): void {
  const [before, after] = [join(built, "assets"), join(fresh, "assets")];
  const old = existsSync(before) ? readdirSync(before) : [];
  for (const name of old) {
    const [from, to] = [join(before, name), join(after, name)];
    const isRecent = Date.now() - statSync(from).mtimeMs < keptMilliseconds;
    if (isRecent && !existsSync(to)) cpSync(from, to, { recursive: true, preserveTimestamps: true });
  }
  const former = `${built}.former`;
  rmSync(former, { recursive: true, force: true });
  if (existsSync(built)) renameSync(built, former);
  renameSync(fresh, built);
  rmSync(former, { recursive: true, force: true });
}

/** What the browser gets: `web/`, and from the server its contracts with all they import. */
function webSources(): string[] {
  const options = { cwd: root, withFileTypes: true } as const;
  const listed = globSync(["web/**/*", "src/platform/contract/**/*.ts"], options);
  const files = listed.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const seen = new Set(
    ["vite.config.ts", "package-lock.json", "package.json"].map((name) => join(root, name)),
  );
  for (const file of files) seen.add(file);
  for (const contract of globSync("src/*/contract.ts", { cwd: root })) follow(join(root, contract), seen);
  return [...seen].filter((file) => !/\.test\.tsx?$/.test(file)).toSorted();
}

function follow(file: string, seen: Set<string>): void {
  if (seen.has(file) || !existsSync(file)) return;
  seen.add(file);
  for (const [, path = ""] of readFileSync(file, "utf8").matchAll(/from "(\.[^"]+)"/g)) {
    follow(join(dirname(file), path), seen);
  }
}

function fingerprint(files: string[]): string {
  const hash = createHash("sha256");
  for (const file of files)
    hash.update(file.slice(root.length)).update("\0").update(readFileSync(file)).update("\0");
  return hash.digest("hex");
}
