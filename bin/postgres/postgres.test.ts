import { spawn } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { SetupProblem } from "../setupProblem.ts";
import { type RunningPostgres, startPostgres } from "./index.ts";
import { findPostmaster } from "./postmaster.ts";
import { mend } from "./programs.ts";
import { collapseIn } from "./troubles.ts";

const home = mkdtempSync(join(tmpdir(), "chargecars-"));
const dataFolder = join(home, "postgres");
const options = { dataFolder, durable: false };

async function ask(url: string, sql: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => {}); // Who asked hears that the server fell down.
  await client.connect();
  const { rows } = await client.query<{ answer: unknown }>(sql);
  await client.end();
  return rows[0]?.answer;
}

describe("the embedded PostgreSQL", { timeout: 60_000 }, () => {
  let running: RunningPostgres;
  const place = () => ({ cluster: running.cluster }) as Parameters<typeof findPostmaster>[0];

  beforeAll(async () => {
    // People reach a temporary folder made by root only when it is opened.
    if (process.getuid?.() === 0) chmodSync(home, 0o755);
    running = await startPostgres(options);
  });

  afterAll(async () => {
    await running.stop();
    rmSync(home, { recursive: true, force: true });
  });

  test("is version 18 and counts characters in UTF-8", async () => {
    expect(
      await ask(running.url, "select current_setting('server_version_num')::int / 10000 as answer"),
    ).toBe(18);
    expect(await ask(running.url, "select length('ĳé') as answer")).toBe(2);
  });

  test("keeps its password to itself", async () => {
    expect(statSync(join(running.cluster, "..", "password")).mode & 0o077).toBe(0);
    const wrong = running.url.replace(/:[^:@/]+@/, ":guess@");
    await expect(ask(wrong, "select 1 as answer")).rejects.toThrow(/password/);
  });

  test("is spoken to by a socket that other people cannot come at, and by its port", async () => {
    const folder = new URL(running.url).searchParams.get("host")!;
    expect(statSync(folder).mode & 0o077).toBe(0);
    const how = "select coalesce(inet_server_port()::text, 'socket') as answer";
    expect(await ask(running.url, how)).toBe("socket");
    const { port } = new URL(running.url);
    expect(await ask(running.url.replace(/\?.*/, ""), how)).toBe(port);
    const wrong = running.url.replace(/:[^:@/]+@/, ":guess@");
    await expect(ask(wrong, how)).rejects.toThrow(/password/);
  });

  test("is spoken to by its port alone where the address of a socket would be too long", async () => {
    const deep = await startPostgres({ dataFolder: join(home, "d".repeat(100)), durable: false });
    expect(new URL(deep.url).search).toBe("");
    expect(await ask(deep.url, "select 1 as answer")).toBe(1);
    await deep.stop();
  });

  test("stays while somebody else uses it", async () => {
    const guest = await startPostgres(options);
    expect(guest.url).toBe(running.url);
    await guest.stop();
    expect(await ask(running.url, "select 1 as answer")).toBe(1);
  });

  test("is found again after its program was killed, and stopped by the next one", async () => {
    const before = findPostmaster(place());
    await running.stop();
    const program = `
      import { startPostgres } from ${JSON.stringify(join(import.meta.dirname, "index.ts"))};
      await startPostgres(${JSON.stringify(options)});
      process.kill(process.pid, "SIGKILL");`;
    const killed = spawn(process.execPath, ["--input-type=module", "--eval", program], {
      cwd: process.cwd(),
    });
    await once(killed, "exit");
    const orphan = findPostmaster(place());
    expect(orphan?.pid).not.toBe(before?.pid);

    const next = await startPostgres(options);
    expect(findPostmaster(place())?.pid).toBe(orphan?.pid);
    await next.stop();
    expect(findPostmaster(place())).toBeUndefined();
    running = await startPostgres(options);
  });

  test("is stopped too after it fell down and got up again", async () => {
    const backend = ask(running.url, "select pg_sleep(60), pg_backend_pid() as answer");
    const victim = `select max(pid) as answer from pg_stat_activity where query like 'select pg_sleep%' and pid <> pg_backend_pid()`;
    let pid: unknown;
    while (!pid) pid = await ask(running.url, victim);
    process.kill(Number(pid), "SIGKILL");
    await expect(backend).rejects.toThrow(/terminat|ECONNRESET/);
    await running.stop();
    expect(findPostmaster(place())).toBeUndefined();
    running = await startPostgres(options);
  });

  test("tells why it broke down while it was used, and of nothing else", () => {
    const full = `PANIC:  could not write to file "pg_wal/xlogtemp.42": No space left on device`;
    expect(
      collapseIn(`LOG:  checkpoint\n${full}\nLOG:  all server processes terminated`, { folder: "x" }),
    ).toEqual(new SetupProblem(`The disk is full (data in x): ${full}`));
    expect(collapseIn("ERROR:  No space left on device", { folder: "x" })).toBeUndefined();
    expect(running.trouble()).toBeUndefined();
  });

  test("does not mind a note of a server that crashed", async () => {
    await running.stop();
    writeFileSync(join(running.cluster, "postmaster.pid"), `${process.pid}\n${running.cluster}\n0\n15432\n`);
    running = await startPostgres(options);
    expect(await ask(running.url, "select 1 as answer")).toBe(1);
  });

  test("leaves the note of a server alone that is just being written, but not one left empty", () => {
    const cluster = mkdtempSync(join(home, "note-"));
    const note = join(cluster, "postmaster.pid");
    writeFileSync(note, "");
    expect(findPostmaster({ cluster } as ReturnType<typeof place>)).toBeUndefined();
    expect(existsSync(note)).toBe(true);
    utimesSync(note, new Date(0), new Date(0));
    expect(findPostmaster({ cluster } as ReturnType<typeof place>)).toBeUndefined();
    expect(existsSync(note)).toBe(false);
  });

  test("refuses a named port that is taken, in one line", async () => {
    const taken = createServer().listen(0, "127.0.0.1");
    await once(taken, "listening");
    const { port } = taken.address() as { port: number };
    const other = { dataFolder: join(home, "other"), port };
    await expect(startPostgres(other)).rejects.toThrow(`Port ${port} is taken`);
    taken.close();
  });

  test("takes the next port when the usual one is taken", async () => {
    const second = await startPostgres({ dataFolder: join(home, "second"), durable: false });
    expect(new URL(second.url).port).not.toBe(new URL(running.url).port);
    await second.stop();
  });
});

describe("the programs of PostgreSQL", () => {
  test("are mended where install scripts do not run", () => {
    const native = join(mkdtempSync(join(tmpdir(), "chargecars-")), "native");
    for (const folder of ["bin", "lib"]) mkdirSync(join(native, folder), { recursive: true });
    for (const name of ["initdb", "postgres", "pg_ctl"]) {
      writeFileSync(join(native, "bin", name), "", { mode: 0o644 });
    }
    writeFileSync(join(native, "lib/libpq.so.5.18"), "library");
    const links = [{ source: "native/lib/libpq.so.5.18", target: "native/lib/libpq.so.5" }];
    writeFileSync(join(native, "pg-symlinks.json"), JSON.stringify(links));

    mend(native);

    expect(readFileSync(join(native, "lib/libpq.so.5"), "utf8")).toBe("library");
    expect(statSync(join(native, "bin/initdb")).mode & 0o111).toBe(0o111);
    rmSync(join(native, ".."), { recursive: true });
  });
});
