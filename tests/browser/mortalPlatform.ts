import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { nextFreePort } from "../../bin/freePort.ts";
import { databaseFile, homeOfPlatform } from "./platformHome.ts";

/** A platform of a test's own, in a process that may be killed and started again over the same data. */
export interface MortalPlatform {
  base: string;
  /** `kill -9`: no goodbye, no last write. */
  kill: () => Promise<void>;
  start: () => Promise<void>;
  end: () => Promise<void>;
}

const program = join(import.meta.dirname, "mortal.ts");

const isReady = (base: string) =>
  fetch(`${base}/ready`).then(
    ({ ok }) => ok,
    () => false,
  );

const untilReady = async (base: string, child: ChildProcess) => {
  for (let tries = 0; tries < 600; tries += 1) {
    if (child.exitCode !== null) throw new Error(`The platform ended with ${child.exitCode}.`);
    if (await isReady(base)) return;
    await new Promise((resume) => setTimeout(resume, 100));
  }
  throw new Error("The platform was not ready within a minute.");
};

const onServer = async (url: string, command: string) => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(command);
  await client.end();
};

/** Makes a database and a home of its own beside the shared platform, and starts on them. */
export const openMortalPlatform = async (): Promise<MortalPlatform> => {
  const shared = readFileSync(databaseFile(homeOfPlatform()), "utf8");
  const port = await nextFreePort(4500, "0.0.0.0");
  const database = `mortal_${port}`;
  const databaseUrl = Object.assign(new URL(shared), { pathname: `/${database}` }).href;
  const home = mkdtempSync(join(tmpdir(), "chargecars-mortal-"));
  await onServer(shared, `create database ${database}`);
  const base = `http://127.0.0.1:${port}`;
  let child: ChildProcess | undefined;
  const kill = async () => {
    if (child?.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, "exit");
    child.kill("SIGKILL");
    await ended;
  };
  const start = async () => {
    const env = { ...process.env, DATABASE_URL: databaseUrl, CHARGECARS_HOME: home, PORT: String(port) };
    child = spawn(process.execPath, [program], {
      env: { ...env, DEMO: "on", DEMO_ORDERS: "0" },
      stdio: ["ignore", "ignore", "inherit"],
    });
    await untilReady(base, child);
  };
  await start();
  return {
    base,
    kill,
    start,
    async end() {
      await kill();
      await onServer(shared, `drop database if exists ${database} with (force)`);
      rmSync(home, { recursive: true, force: true });
    },
  };
};
