import { writeFileSync } from "node:fs";
import { freshDatabase } from "../src/platform/testing/database.ts";
import { startTestPostgres } from "../tests/testPostgres.ts";
import { onGoodbye } from "./goodbye.ts";
import { tableTypes, tableTypesFile } from "./tableTypes.ts";
import { giveUp } from "./troubles.ts";

/** Writes the types of the tables anew, from a database to which all migrations were just applied. */
let stop = async () => {};
onGoodbye([() => stop()]);

try {
  const server = await startTestPostgres();
  stop = server.stop;
  process.env.TEST_POSTGRES_URL = server.url;
  const database = await freshDatabase();
  writeFileSync(tableTypesFile, await tableTypes(database.url));
  await database.drop();
  await stop();
  console.log(`${tableTypesFile} is up to date.`);
  process.exit();
} catch (problem) {
  await stop().catch(() => {});
  giveUp(problem);
}
