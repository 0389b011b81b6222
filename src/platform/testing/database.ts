import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { migrate } from "../database/migrate.ts";

const migrations = fileURLToPath(new URL("../../../db/migrations/", import.meta.url));

const fingerprint = () => {
  const hash = createHash("sha256");
  for (const name of readdirSync(migrations).toSorted())
    hash.update(name).update(readFileSync(`${migrations}${name}`));
  hash.update(readFileSync(`${migrations}../rights/staff.sql`));
  return hash.digest("hex").slice(0, 16);
};

const serverUrl = () => {
  const url = process.env.TEST_POSTGRES_URL;
  if (!url)
    throw new Error(
      "TEST_POSTGRES_URL is not set; run the tests with npm test, which starts a server for them",
    );
  return url;
};

const urlOf = (name: string) => {
  const url = new URL(serverUrl());
  url.pathname = `/${name}`;
  return url.toString();
};

const onServer = async <T>(does: (client: pg.Client) => Promise<T>): Promise<T> => {
  const client = new pg.Client({ connectionString: urlOf("postgres") });
  await client.connect();
  try {
    return await does(client);
  } finally {
    await client.end();
  }
};

const templateLock = 4_201_339;

/** A database with all migrations applied, made once for each state of the migrations and copied from then on. */
const template = async (client: pg.Client): Promise<string> => {
  const name = `template_${fingerprint()}`;
  await client.query("select pg_advisory_lock($1)", [templateLock]);
  try {
    const { rowCount } = await client.query("select from pg_database where datname = $1", [name]);
    if (rowCount) return name;
    const draft = `${name}_draft`;
    await client.query(`drop database if exists ${draft} with (force)`);
    await client.query(`create database ${draft}`);
    const pool = new pg.Pool({ connectionString: urlOf(draft), max: 1 });
    await migrate(pool);
    await pool.end();
    await client.query(`alter database ${draft} rename to ${name}`);
    return name;
  } finally {
    await client.query("select pg_advisory_unlock($1)", [templateLock]);
  }
};

export interface TestDatabase {
  url: string;
  drop(): Promise<void>;
}

/** A fresh database for one test file, copied from the template. */
export const freshDatabase = async (): Promise<TestDatabase> => {
  const name = `test_${crypto.randomUUID().replaceAll("-", "")}`;
  await onServer(async (client) => {
    const from = await template(client);
    await client.query(`create database ${name} template ${from} strategy wal_log`);
  });
  return {
    url: urlOf(name),
    drop: () =>
      onServer(async (client) => void (await client.query(`drop database if exists ${name} with (force)`))),
  };
};
