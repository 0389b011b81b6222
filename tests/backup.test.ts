import { existsSync } from "node:fs";
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { freshDatabase, type TestDatabase } from "#platform/testing";
import { manageTools } from "../bin/manageTools.ts";
import { type ManageOptions, manage } from "../src/main/manage.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "chargecars-backup-"));
  await chmod(folder, 0o755);
});
afterAll(() => rm(folder, { recursive: true, force: true }));
afterEach(() => vi.restoreAllMocks());

/** Runs a command and gives its exit code and what it printed as data. */
const runs = async (tools: ManageOptions, ...args: string[]) => {
  const log = vi.spyOn(console, "log").mockImplementation(() => undefined);
  const error = vi.spyOn(console, "error").mockImplementation(() => undefined);
  let code: number;
  try {
    code = await manage([...args, "--json"], tools);
  } finally {
    await tools.stopServer();
  }
  const printed = log.mock.calls.at(-1)?.[0];
  return { code, data: code === 0 ? JSON.parse(printed) : null, said: String(error.mock.calls.at(-1)?.[0]) };
};

const ask = async (url: string, text: string) => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
};

const somebody = (name: string) => ["user", "add", "--email", `${name}@example.com`, "--name", name];
const people = "select email from users order by email";

describe("a copy of the embedded server", () => {
  const saved = () => join(folder, "saved.tar.gz");
  const home = async (name: string) => {
    const path = join(folder, name);
    await mkdir(path, { recursive: true });
    return manageTools(path);
  };

  test("is made while it is in use, and is the same company elsewhere", async () => {
    const first = await home("first");
    await runs(first, "demo", "--scale", "0.005");
    await runs(first, ...somebody("ada"));
    const url = await first.databaseUrl();
    const busy = new pg.Client({ connectionString: url });
    await busy.connect();
    const writing = (async () => {
      for (let n = 0; n < 200; n += 1)
        await busy.query("insert into settings (key, value) values ($1, to_jsonb(repeat('x', 5000)))", [
          `busy ${n}`,
        ]);
    })();
    const code = await manage(["backup", "--to", saved()], first);
    await writing;
    await busy.end();
    await first.stopServer();
    expect(code).toBe(0);

    const second = await home("second");
    const { data } = await runs(second, "restore", "--from", saved());
    expect(data).toMatchObject({ kind: "cluster", orders: 32 });
    expect(data.auditLines).toBeGreaterThan(1);
    expect((await ask(await second.databaseUrl(), people)).map(({ email }) => email)).toContain(
      "ada@example.com",
    );
    await second.stopServer();
    const secret = (name: string) => readFile(join(folder, name, "secret"), "utf8");
    expect(await secret("second")).toBe(await secret("first"));
    const files = async (name: string) =>
      (await readdir(join(folder, name, "files"), { recursive: true })).toSorted();
    expect(await files("second")).toEqual(await files("first"));
    expect((await runs(second, "audit", "verify")).data).toMatchObject({ brokenAtLine: null });
  }, 60_000);

  test("does not take the place of what is there, unless that is said", async () => {
    const third = await home("third");
    await runs(third, ...somebody("grace"));
    const refused = await runs(third, "restore", "--from", saved());
    expect(refused).toMatchObject({ code: 2, said: expect.stringContaining("--over") });
    expect((await runs(third, "restore", "--from", saved(), "--over")).code).toBe(0);
    const emails = (await ask(await third.databaseUrl(), people)).map(({ email }) => email);
    await third.stopServer();
    expect(emails).toContain("ada@example.com");
    expect(emails).not.toContain("grace@example.com");
  }, 60_000);

  test("that is broken changes nothing", async () => {
    const broken = join(folder, "broken.tar.gz");
    await writeFile(broken, await readFile(saved()));
    await truncate(broken, 100_000);
    const third = await home("third");
    expect(await runs(third, "restore", "--from", broken, "--over")).toMatchObject({ code: 2 });
    expect((await runs(third, "audit", "verify")).code).toBe(0);
    expect(existsSync(join(folder, "third", "postgres", "cluster.before-restore"))).toBe(false);
  }, 60_000);

  test("is never written over", async () => {
    const second = await home("second");
    expect(await runs(second, "backup", "--to", saved())).toMatchObject({
      code: 2,
      said: expect.stringContaining("exists already"),
    });
  }, 60_000);
});

describe("an export of tables", () => {
  const databases: TestDatabase[] = [];
  afterAll(async () => {
    for (const { drop } of databases) await drop();
  });
  const server = async (name: string): Promise<ManageOptions & { url: string }> => {
    const database = await freshDatabase();
    databases.push(database);
    const { url } = database;
    const stopServer = async () => {};
    return { home: join(folder, name), url, databaseUrl: async () => url, stopServer, embedded: undefined };
  };
  const counts = async (url: string) => {
    const tables = await ask(url, "select tablename from pg_tables where schemaname = 'public' order by 1");
    const text = tables.map(
      ({
        tablename,
      }) => `select '${tablename}' as name, count(*), md5(string_agg(t::text, '' order by t::text))
      from "${tablename}" t`,
    );
    return ask(url, text.filter((each) => !/'(migrations|audit_seals)'/.test(each)).join(" union all "));
  };

  test("gives every row back to another server, and numbers go on", async () => {
    const from = await server("from");
    await runs(from, "demo", "--scale", "0.005");
    await runs(from, "audit", "verify");
    expect((await runs(from, "backup", "--to", join(folder, "tables"))).data).toMatchObject({
      kind: "tables",
    });
    const to = await server("to");
    expect((await runs(to, "restore", "--from", join(folder, "tables"))).data).toMatchObject({ orders: 32 });
    expect(await counts(to.url)).toEqual(await counts(from.url));
    const [last] = await ask(from.url, "select max(id)::int as id from events");
    const [next] = await ask(
      to.url,
      "insert into events (name, payload, actor_kind, at) values ('test/told', '{}', 'automation', now()) returning id::int",
    );
    expect(next?.id).toBe(last?.id + 1);
    const illegal = ask(to.url, "update orders set status = 'new_lead' where status = 'completed'");
    await expect(illegal).rejects.toThrow(/illegal move/);
  }, 60_000);

  test("goes into an empty database only, unless that is said", async () => {
    const full = await server("full");
    await runs(full, ...somebody("grace"));
    const refused = await runs(full, "restore", "--from", join(folder, "tables"));
    expect(refused).toMatchObject({ code: 2, said: expect.stringContaining("--over") });
    expect(await ask(full.url, people)).toEqual([{ email: "grace@example.com" }]);
    expect((await runs(full, "restore", "--from", join(folder, "tables"), "--over")).code).toBe(0);
    expect(await ask(full.url, people)).not.toContainEqual({ email: "grace@example.com" });
  }, 60_000);
});
