import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type pg from "pg";

const folder = fileURLToPath(new URL("../../../db/migrations/", import.meta.url));
const rightsFile = fileURLToPath(new URL("../../../db/rights/staff.sql", import.meta.url));
const migrationLock = 4_201_337;

interface Migration {
  name: string;
  sql: string;
  checksum: string;
}

const readMigrations = async (): Promise<Migration[]> => {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".sql")).toSorted();
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(`${folder}${name}`, "utf8");
      return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
    }),
  );
};

const applied = async (client: pg.PoolClient) => {
  await client.query(
    "create table if not exists migrations (name text primary key, checksum text not null, applied_at timestamptz not null default now())",
  );
  const { rows } = await client.query<{ name: string; checksum: string }>(
    "select name, checksum from migrations",
  );
  return new Map(rows.map((row) => [row.name, row.checksum]));
};

/**
 * Brings the database up to date: every file of `db/migrations` once, in order, each in its own transaction.
 * After new ones the rights of staff on all tables are written anew. Several processes may start at once; one migrates, the others wait. A file that was changed after it ran is an error.
 */
export const migrate = async (pool: pg.Pool): Promise<string[]> => {
  const client = await pool.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [migrationLock]);
    const done = await applied(client);
    const ran: string[] = [];
    for (const migration of await readMigrations()) {
      const checksum = done.get(migration.name);
      if (checksum === migration.checksum) continue;
      if (checksum)
        throw new Error(`Migration ${migration.name} was changed after it ran; add a new one instead.`);
      await apply(client, migration);
      ran.push(migration.name);
    }
    if (ran.length > 0) await client.query(await readFile(rightsFile, "utf8"));
    return ran;
  } finally {
    await client.query("select pg_advisory_unlock($1)", [migrationLock]).catch(() => undefined);
    client.release();
  }
};

const apply = async (client: pg.PoolClient, { name, sql, checksum }: Migration) => {
  try {
    await client.query("begin");
    await client.query(sql);
    await client.query("insert into migrations (name, checksum) values ($1, $2)", [name, checksum]);
    await client.query("commit");
  } catch (error) {
    await client.query("rollback");
    throw new Error(`Migration ${name} failed: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
};
