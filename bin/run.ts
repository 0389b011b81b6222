import { isFree, nextFreePort, portSetting } from "./freePort.ts";
import { onGoodbye } from "./goodbye.ts";
import { type Database, homeFolder, openDatabase } from "./home.ts";
import { SetupProblem } from "./setupProblem.ts";
import { giveUp } from "./troubles.ts";

const everywhere = "0.0.0.0";
let database: Promise<Database> | undefined;
let platform: Promise<{ close(): Promise<void> }> | undefined;

onGoodbye([
  async () => (await platform)?.close(), // People and jobs first,
  async () => (await database)?.stop(), // then what they stand on.
]);

try {
  const named = portSetting("PORT");
  if (named !== undefined && !(await isFree(named, everywhere))) {
    throw new SetupProblem(`Port ${named} is taken: end what listens there, or name another PORT.`);
  }
  const home = homeFolder();
  const { buildWeb } = await import("./buildWeb.ts");
  const screens = buildWeb();
  screens.catch(() => undefined); // Whoever waits for them hears of it.
  database = openDatabase(home);
  const { url } = await database;
  const { startPlatform } = await import("../src/main/start.ts");
  const port = named ?? (await nextFreePort(3000, everywhere));
  platform = startPlatform({ databaseUrl: url, home, port, portNamed: named !== undefined, screens });
  await platform;
} catch (problem) {
  const started = await database?.catch(() => undefined);
  // A server that broke down tells why; whoever talked to it only knows that the line went dead.
  const why = started?.trouble() ?? problem;
  await started?.stop().catch(() => {});
  giveUp(why);
}
