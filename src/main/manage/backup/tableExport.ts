import { createReadStream, createWriteStream } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { createGunzip, createGzip } from "node:zlib";
import pg from "pg";
import { from as copyFrom, to as copyTo } from "pg-copy-streams";
import { Misuse } from "../command.ts";
import { describeDatabase, type Manifest } from "./manifest.ts";
import { quoted, type TableFacts, tablesInOrder } from "./tables.ts";

const fileOf = (folder: string, { name }: TableFacts) => join(folder, `${name}.copy.gz`);

const connected = async <T>(databaseUrl: string, does: (client: pg.Client) => Promise<T>): Promise<T> => {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query("set timezone = 'UTC'; set datestyle = 'ISO'; set statement_timeout = 0");
    return await does(client);
  } finally {
    await client.end();
  }
};

/** Writes every table to a file of its own, all as they were at one and the same moment. */
export const exportTables = (
  databaseUrl: string,
  folder: string,
): Promise<Pick<Manifest, "postgres" | "migrations" | "rows">> =>
  connected(databaseUrl, async (client) => {
    await mkdir(folder, { recursive: true });
    await client.query("begin transaction isolation level repeatable read, read only");
    const rows: Record<string, number> = {};
    for (const table of await tablesInOrder(client)) {
      const copy = client.query(copyTo(`copy "${table.name}" (${quoted(table.columns)}) to stdout`));
      await pipeline(copy, createGzip({ level: 3 }), createWriteStream(fileOf(folder, table)));
      rows[table.name] = copy.rowCount;
    }
    return { ...(await describeDatabase(client)), rows };
  });

/** Whether nothing was ever kept in this database. */
export const isEmptyDatabase = (databaseUrl: string): Promise<boolean> =>
  connected(databaseUrl, async (client) => {
    for (const { name } of await tablesInOrder(client)) {
      const { rowCount } = await client.query(`select 1 from "${name}" limit 1`);
      if (rowCount) return false;
    }
    return true;
  });

/** Throws away everything in the database, so that it can be made anew. */
export const emptyDatabase = (databaseUrl: string): Promise<void> =>
  connected(databaseUrl, async (client) => {
    await client.query("drop schema public cascade; create schema public");
  });

const continueNumbers = (client: pg.Client, { name, identity }: TableFacts) =>
  client.query(
    `select setval(pg_get_serial_sequence('public.${name}', '${identity}'), max("${identity}")) from "${name}" having max("${identity}") > 0`,
  );

const sameMigrations = (one: Manifest["migrations"], other: Manifest["migrations"]) =>
  JSON.stringify(one) === JSON.stringify(other);

/**
 * Reads every table back into an empty, migrated database, in one transaction. Foreign keys and checks hold for every row;
 * only triggers are off, because history is written in its final state. Numbers continue after the highest.
 */
export const importTables = (databaseUrl: string, folder: string, manifest: Manifest): Promise<void> =>
  connected(databaseUrl, async (client) => {
    const here = await describeDatabase(client);
    if (!sameMigrations(here.migrations, manifest.migrations))
      throw new Misuse(
        "This backup was made by another version of the platform: restore it with that version, then update",
      );
    await client.query("begin");
    const tables = await tablesInOrder(client);
    for (const table of tables) {
      await client.query(`alter table "${table.name}" disable trigger user`);
      const copy = client.query(copyFrom(`copy "${table.name}" (${quoted(table.columns)}) from stdin`));
      await pipeline(createReadStream(fileOf(folder, table)), createGunzip(), copy);
      const expected = manifest.rows[table.name];
      if (copy.rowCount !== expected)
        throw new Error(`${table.name} has ${copy.rowCount} rows of the ${expected} that were saved`);
      if (table.identity) await continueNumbers(client, table);
      await client.query(`alter table "${table.name}" enable trigger user`);
    }
    await client.query("commit");
    await client.query("analyze");
  });
