import { type DatabaseConnection, type Driver, Kysely, PostgresAdapter, PostgresIntrospector } from "kysely";
import { NamingCompiler } from "./columnNames.ts";
import type { Db, Tables } from "./open.ts";

const notHere = () => Promise.reject(new Error("What is asked together begins no transaction of its own"));

/** Gives everybody the same connection at the same time; the connection itself answers in the order of asking. */
const sharing = (connection: DatabaseConnection): Driver => ({
  init: () => Promise.resolve(),
  acquireConnection: () => Promise.resolve(connection),
  releaseConnection: () => Promise.resolve(),
  beginTransaction: notHere,
  commitTransaction: notHere,
  rollbackTransaction: notHere,
  destroy: () => Promise.resolve(),
});

const shared = new WeakMap<DatabaseConnection, Db>();

const sharedOn = (connection: DatabaseConnection): Db => {
  const known = shared.get(connection);
  if (known) return known;
  const db = new Kysely<Tables>({
    dialect: {
      createDriver: () => sharing(connection),
      createAdapter: () => new PostgresAdapter(),
      createQueryCompiler: () => new NamingCompiler(),
      createIntrospector: (kysely) => new PostgresIntrospector(kysely),
    },
  });
  shared.set(connection, db);
  return db;
};

/**
 * Asks several quick things at once over one connection: they go to the server in one write and are answered one after
 * the other, where each on a connection of its own would be a trip of its own. For heavy questions `Promise.all` on `db`
 * is quicker, because the server then works on all of them at once.
 */
export const together = <T extends readonly Promise<unknown>[]>(
  db: Db,
  ask: (db: Db) => readonly [...T],
): Promise<{ -readonly [K in keyof T]: Awaited<T[K]> }> =>
  db.getExecutor().provideConnection(async (connection) => {
    const asked = ask(sharedOn(connection));
    // The connection goes back once nothing is on its way over it.
    await Promise.allSettled(asked);
    return Promise.all(asked);
  });
