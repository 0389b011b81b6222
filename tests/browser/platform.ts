import { rmSync, writeFileSync } from "node:fs";
import pg from "pg";
import { buildWeb } from "../../bin/buildWeb.ts";
import { portSetting } from "../../bin/freePort.ts";
import { onGoodbye } from "../../bin/goodbye.ts";
import { giveUp } from "../../bin/troubles.ts";
import { startPlatform } from "../../src/main/start.ts";
import { startTestPostgres } from "../testPostgres.ts";
import { databaseFile, homeOfPlatform } from "./platformHome.ts";

/** The real platform for the browser tests: a fresh database, an empty home, a port of its own. */
const port = portSetting("BROWSER_TEST_PORT") ?? 4300;
const database = `browser_${port}`;
const home = homeOfPlatform();
const postgres = await startTestPostgres();

async function onServer(...commands: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: postgres.url });
  await client.connect();
  for (const command of commands) await client.query(command);
  await client.end();
}

const drop = `drop database if exists ${database} with (force)`;
let platform: Awaited<ReturnType<typeof startPlatform>> | undefined;

onGoodbye([
  async () => platform?.close(),
  () => onServer(drop),
  () => postgres.stop(),
  async () => rmSync(home, { recursive: true, force: true }),
]);

try {
  await buildWeb();
  await onServer(drop, `create database ${database}`);
  const databaseUrl = Object.assign(new URL(postgres.url), { pathname: `/${database}` }).href;
  writeFileSync(databaseFile(home), databaseUrl);
  platform = await startPlatform({ databaseUrl, home, port, portNamed: true });
} catch (problem) {
  await postgres.stop();
  giveUp(problem);
}
