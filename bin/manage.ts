import { manage } from "../src/main/manage.ts";
import { onGoodbye } from "./goodbye.ts";
import { type Database, homeFolder, openDatabase, postgresFolder } from "./home.ts";
import { giveUp } from "./troubles.ts";

let database: Promise<Database> | undefined;
const stop = async () => (await database)?.stop();
onGoodbye([stop]);

try {
  const home = homeFolder();
  process.exitCode = await manage(process.argv.slice(2), {
    home,
    /** Opened when a command asks for it: `--help` needs no server. */
    databaseUrl: async () => (await (database ??= openDatabase(home))).url,
    /** Where the embedded server keeps its data; undefined with a server of your own. */
    postgresFolder: process.env.DATABASE_URL ? undefined : postgresFolder(home),
  });
  await stop();
  process.exit();
} catch (problem) {
  await stop().catch(() => {});
  giveUp(problem);
}
