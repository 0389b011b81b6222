import { copyFile, mkdir, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import pg from "pg";
import { describeDatabase, type Manifest } from "./manifest.ts";

/** Folders PostgreSQL fills anew when it starts; the log of changes is copied afterwards. */
const leftEmpty = new Set([
  "pg_wal",
  "pg_replslot",
  "pg_dynshmem",
  "pg_notify",
  "pg_serial",
  "pg_snapshots",
  "pg_subtrans",
  "pg_stat_tmp",
]);
const leftOut = /^(postmaster\.(pid|opts)|pg_internal\.init.*|pgsql_tmp.*|backup_label|tablespace_map)$/;

/** Copies a folder that is in use: what disappears meanwhile is not needed, what changes is mended from the log. */
const copyLive = async (from: string, to: string, isTop = true): Promise<void> => {
  await mkdir(to, { recursive: true, mode: 0o700 });
  for (const entry of await readdir(from, { withFileTypes: true })) {
    if (leftOut.test(entry.name)) continue;
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (isTop && leftEmpty.has(entry.name)) await mkdir(target, { mode: 0o700 });
    else if (entry.isDirectory()) await copyLive(source, target, false);
    else
      await copyFile(source, target).catch((error: NodeJS.ErrnoException) => {
        if (error.code !== "ENOENT") throw error;
      });
  }
};

/** The log of changes between start and end, without which the copy is worth nothing. */
const copyLog = async (from: string, to: string, first: string, last: string) => {
  const names = (await readdir(from)).filter((name) => /^[0-9A-F]{24}$/.test(name));
  const needed = names.filter((name) => name >= first && name <= last);
  if (!needed.includes(first) || !needed.includes(last))
    throw new Error(`PostgreSQL no longer has its log from ${first} to ${last}; try again`);
  for (const name of needed) await copyFile(join(from, name), join(to, name));
};

/**
 * Copies the data of a running server into `to` while people go on working: PostgreSQL's own procedure of a start mark,
 * a copy, an end mark and the log between them. A slot that ends with the connection keeps that log from being tidied.
 */
export const copyCluster = async (
  databaseUrl: string,
  to: string,
): Promise<Pick<Manifest, "postgres" | "migrations">> => {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const ask = async (text: string, values: unknown[] = []) =>
    (await client.query<Record<string, string>>(text, values)).rows[0]!;
  try {
    const { data_directory: from = "" } = await ask("show data_directory");
    await ask("select pg_create_physical_replication_slot($1, true, true)", [`manage_backup_${process.pid}`]);
    const { first = "" } = await ask(
      "select pg_walfile_name(pg_backup_start('manage backup', true)) as first",
    );
    await copyLive(from, to);
    const end = await ask(
      "select labelfile, spcmapfile, pg_walfile_name(lsn) as last from pg_backup_stop(false)",
    );
    if (end.spcmapfile) throw new Error("This server keeps data outside its folder, which is not copied");
    await writeFile(join(to, "backup_label"), end.labelfile ?? "", { mode: 0o600 });
    await copyLog(join(from, "pg_wal"), join(to, "pg_wal"), first, end.last ?? "");
    return await describeDatabase(client);
  } finally {
    await client.end();
  }
};
