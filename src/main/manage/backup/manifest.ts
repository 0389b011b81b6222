import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type pg from "pg";
import { z } from "zod";
import { Misuse } from "../command.ts";

const Migration = z.object({ name: z.string(), checksum: z.string() });

/** What a backup says of itself, in `backup.json`. */
const Manifest = z.object({
  format: z.literal(1),
  /** A copy of the embedded server's data, or an export of the tables that any server takes in. */
  kind: z.enum(["cluster", "tables"]),
  madeAt: z.iso.datetime(),
  postgres: z.int(),
  migrations: z.array(Migration),
  /** Rows by table; of an export only. */
  rows: z.record(z.string(), z.int()).default({}),
});
export type Manifest = z.infer<typeof Manifest>;

const fileName = "backup.json";

/** What the database says of itself. */
export const describeDatabase = async (
  client: pg.ClientBase,
): Promise<Pick<Manifest, "postgres" | "migrations">> => {
  const version = await client.query<{ major: number }>(
    "select current_setting('server_version_num')::int / 10000 as major",
  );
  const { rows: migrations } = await client.query<z.infer<typeof Migration>>(
    "select name, checksum from migrations order by name",
  );
  return { postgres: version.rows[0]!.major, migrations };
};

export const writeManifest = (folder: string, manifest: Manifest): Promise<void> =>
  writeFile(join(folder, fileName), `${JSON.stringify(manifest, null, 2)}\n`);

/** Reads what a backup says of itself; a folder without it is no backup, or half a one. */
export const readManifest = async (folder: string, from: string): Promise<Manifest> => {
  try {
    return Manifest.parse(JSON.parse(await readFile(join(folder, fileName), "utf8")));
  } catch {
    throw new Misuse(`${from} is not a backup made with npm run manage -- backup, or not a whole one`);
  }
};
