import pg from "pg";
import type { Platform } from "#platform";
import { bringUpToDate } from "../openPlatform.ts";

/** Stands in the settings from the first row of the demo company to its last. */
const marker = "demo/being-made";
/** Any number will do, as long as every start uses the same. */
const making = 20_261_127;

/** A database that may hold other things is not emptied by us. */
export class LeftHalfMade extends Error {
  readonly code = "LEFT_HALF_MADE";
  constructor() {
    super(
      "The demo company in this database was left half made: empty the database, or name another DATABASE_URL.",
    );
  }
}

/** One start at a time furnishes a house: whoever comes meanwhile waits, and finds it done. A start that is killed lets go. */
export const oneAtATime = async (databaseUrl: string, does: () => Promise<void>): Promise<void> => {
  const client = new pg.Client({ connectionString: databaseUrl });
  client.on("error", () => undefined); // The server fell; whatever is done here hears of it by itself.
  await client.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [making]);
    await does();
  } finally {
    await client.end().catch(() => undefined);
  }
};

/** Marks the company as not finished; not when it was thrown away in between. */
export const beginMaking = async ({ database: { db } }: Platform): Promise<void> => {
  await db.insertInto("settings").values({ key: marker, value: "true" }).execute();
};

export const endMaking = async ({ database: { db } }: Platform): Promise<void> => {
  await db.deleteFrom("settings").where("key", "=", marker).execute();
};

/** Whether a start was broken off while it made the demo company: its orders would stand still for ever where they were. */
export const isHalfMade = async ({ database: { db } }: Platform): Promise<boolean> => {
  const found = await db.selectFrom("settings").select("key").where("key", "=", marker).executeTakeFirst();
  return found !== undefined;
};

/** Empties the house. Nobody was in it yet: it opens only when the company is there. */
export const throwAway = async ({ database }: Platform): Promise<void> => {
  await database.pool.query(
    "drop schema public cascade; create schema public; grant usage on schema public to public",
  );
  await bringUpToDate(database);
};
