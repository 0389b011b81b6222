import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { nextFreePort } from "../bin/freePort.ts";
import { type Database, openDatabase } from "../bin/home.ts";

const root = resolve(import.meta.dirname, "..");

/** A home filled to a scale; made on first use and kept. */
export const filledHome = (scale: number): string => {
  const home = process.env.BENCH_HOME ?? join(root, `.cache/bench/scale-${scale}`);
  if (existsSync(join(home, "secret"))) return home;
  mkdirSync(home, { recursive: true });
  const args = [join(root, "bin/manage.ts"), "demo", "--scale", String(scale)];
  const env = { ...process.env, CHARGECARS_HOME: home };
  const { status } = spawnSync(process.execPath, args, { stdio: "inherit", env });
  if (status !== 0) throw new Error(`The company of scale ${scale} could not be made`);
  return home;
};

export interface RunningHouse {
  port: number;
  home: string;
  databaseUrl: string;
  stop(): Promise<void>;
}

const untilItAnswers = async (port: number, server: ChildProcess) => {
  for (const end = Date.now() + 120_000; Date.now() < end; await new Promise((go) => setTimeout(go, 200))) {
    if (server.exitCode !== null) throw new Error("The platform did not start; see above");
    const answer = await fetch(`http://127.0.0.1:${port}/ready`).catch(() => undefined);
    if (answer?.ok) return;
  }
  throw new Error("The platform does not answer");
};

/** Starts the platform as `npm start` does, in a process of its own, with the limits per caller out of the way. */
export const startHouse = async (home: string): Promise<RunningHouse> => {
  const port = await nextFreePort(3400, "0.0.0.0");
  const env = { ...process.env, CHARGECARS_HOME: home, PORT: String(port), RATE_LIMIT_TIMES: "1000000" };
  const server = spawn(process.execPath, [join(root, "bin/run.ts")], {
    env,
    stdio: ["ignore", "ignore", "inherit"],
  });
  const ended = new Promise<void>((resolve) => server.once("exit", () => resolve()));
  await untilItAnswers(port, server);
  const database: Database = await openDatabase(home);
  return {
    port,
    home,
    databaseUrl: database.url,
    async stop() {
      await database.stop();
      server.kill("SIGTERM");
      await ended;
    },
  };
};
