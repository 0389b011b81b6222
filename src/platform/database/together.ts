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
/** For whose transaction a shared connection is asked; a connection serves one at a time. */
const askedIn = new WeakMap<Db, Db>();

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
    const all = sharedOn(connection);
    if (db.isTransaction) askedIn.set(all, db);
    else askedIn.delete(all);
    const asked = ask(all);
    // The connection goes back once nothing is on its way over it.
    await Promise.allSettled(asked);
    return Promise.all(asked);
  });

/** The transaction in which something is asked, also together with other things; undefined outside one. */
const transactionOf = (db: Db): Db | undefined => (db.isTransaction ? db : askedIn.get(db));

/**
 * What a transaction read and need not read again, by key; it goes with its transaction. Outside one nothing is remembered. Only for
 * what nobody else can change meanwhile, or may be as old as the transaction.
 */
export const memoryOfTransaction = <V>(): ((db: Db) => Map<string, V> | undefined) => {
  const memories = new WeakMap<Db, Map<string, V>>();
  return (db) => {
    const tx = transactionOf(db);
    if (!tx) return undefined;
    const known = memories.get(tx) ?? new Map<string, V>();
    memories.set(tx, known);
    return known;
  };
};
