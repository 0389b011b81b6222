import type { ManageOptions } from "../src/main/manage.ts";
import { type Database, openDatabase, postgresFolder } from "./home.ts";
import { makeFolder, placeFor } from "./postgres/place.ts";
import { findPostmaster } from "./postgres/postmaster.ts";

/** What the commands of `manage` work with. The server starts when a command asks for it: `--help` needs none. */
export function manageTools(home: string): ManageOptions {
  let database: Promise<Database> | undefined;
  return {
    home,
    databaseUrl: async () => (await (database ??= openDatabase(home))).url,
    async stopServer() {
      const opened = database;
      database = undefined;
      await (await opened?.catch(() => undefined))?.stop();
    },
    embedded: process.env.DATABASE_URL ? undefined : () => embeddedServer(home),
  };
}

function embeddedServer(home: string) {
  const place = placeFor(postgresFolder(home));
  return {
    cluster: place.cluster,
    passwordFile: place.passwordFile,
    owner: place.account,
    makeFolder: () => makeFolder(place),
    isRunning: () => findPostmaster(place) !== undefined,
  };
}
