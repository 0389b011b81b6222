import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { checkServer } from "./databaseServer.ts";
import { portSetting } from "./freePort.ts";
import { type RunningPostgres, startPostgres } from "./postgres/index.ts";

/** The database the platform lives in; `stop` leaves a server that is not ours, or still in use, alone. */
export type Database = Pick<RunningPostgres, "url" | "trouble" | "stop">;

/** The folder for data, files and secrets. */
export function homeFolder(): string {
  const home = resolve(process.env.CHARGECARS_HOME || ".data");
  mkdirSync(home, { recursive: true });
  return home;
}

/** Where the embedded PostgreSQL of this home lives. */
export function postgresFolder(home: string): string {
  return join(home, "postgres");
}

/** Opens the server in `DATABASE_URL`, or the embedded one of this home. */
export async function openDatabase(home: string): Promise<Database> {
  const url = process.env.DATABASE_URL;
  if (!url) return startPostgres({ dataFolder: postgresFolder(home), port: portSetting("POSTGRES_PORT") });
  await checkServer(url);
  return { url, trouble: () => undefined, stop: async () => {} };
}
