import { Kysely, type Transaction } from "kysely";
import pg from "pg";
import { NamingDialect } from "./columnNames.ts";
import { FrugalClient, ourPool } from "./frugalClient.ts";
import type { DB } from "./tables.generated.ts";

export type Tables = DB;
export type Db = Kysely<Tables>;
export type Tx = Transaction<Tables>;

const { builtins } = pg.types;

/** PostgreSQL's text of a moment as ours; in UTC, as servers speak here, that is a matter of cutting. */
export const isoInstant = (value: string): string => {
  if (!value.endsWith("+00") || value[10] !== " ") return new Date(value).toISOString();
  const milliseconds = value.slice(20, -3).padEnd(3, "0").slice(0, 3);
  return `${value.slice(0, 10)}T${value.slice(11, 19)}.${milliseconds}Z`;
};
pg.types.setTypeParser(builtins.INT8, Number);
pg.types.setTypeParser(builtins.NUMERIC, Number);
pg.types.setTypeParser(builtins.DATE, (value: string) => value);
pg.types.setTypeParser(builtins.TIMESTAMPTZ, isoInstant);

export interface Database {
  db: Db;
  pool: pg.Pool;
  /** One connection beside the pool, for what stays when the work that asked for it is rolled back. */
  aside: Db;
  close(): Promise<void>;
}

const kyselyOn = (pool: pg.Pool): Db =>
  new Kysely<Tables>({ dialect: new NamingDialect({ pool: ourPool(pool) }) });

/** Opens a pool on a PostgreSQL URL; `onError` hears of connections that die. */
export const openDatabase = (
  url: string,
  { max = 20, onError }: { max?: number; onError?: (error: Error) => void } = {},
): Database => {
  const poolOf = (most: number) => {
    const pool = new pg.Pool({
      connectionString: url,
      max: most,
      application_name: "chargecars",
      Client: FrugalClient,
      pipeline: true,
    } as pg.PoolConfig);
    pool.on("error", (error) => onError?.(error));
    // A connection that is cut off while it works tells its work too; without a listener here it would end the process.
    pool.on("connect", (client) => client.on("error", (error) => onError?.(error)));
    return pool;
  };
  const pool = poolOf(max);
  const [db, aside] = [kyselyOn(pool), kyselyOn(poolOf(1))];
  const close = async () => void (await Promise.all([db.destroy(), aside.destroy()]));
  return { db, pool, aside, close };
};
