import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { verifyAudit } from "#platform";
import { readSettings } from "../settings.ts";
import { laidOut } from "./backup/archive.ts";
import { giveTo, holdsData, replaceWhile } from "./backup/homeFolder.ts";
import { type Manifest, readManifest } from "./backup/manifest.ts";
import { emptyDatabase, importTables, isEmptyDatabase } from "./backup/tableExport.ts";
import { type Command, type EmbeddedServer, given, Misuse, type Tools } from "./command.ts";

const overNeeded = (what: string) =>
  new Misuse(`${what} holds data already; --over throws it away and puts the backup in its place`);

/** Looks at what was restored: it opens, its tables are up to date, and no audit line was lost. */
const verify = async (tools: Tools) => {
  const { db } = (await tools.platform()).database;
  const audit = await verifyAudit(db);
  if (audit.brokenAtLine !== null)
    throw new Error(`The audit chain of this backup is broken at line ${audit.brokenAtLine}`);
  const { count } = await db
    .selectFrom("orders")
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow();
  return { auditLines: audit.sealed + audit.unsealed, orders: count };
};

/** What lies in the home beside the database. */
const besides = (folder: string, home: string) => [
  { from: join(folder, "files"), to: readSettings(home, 0).filesFolder },
  { from: join(folder, "secret"), to: join(home, "secret") },
];

const endServer = async (tools: Tools, server: EmbeddedServer) => {
  await tools.databaseUrl();
  await tools.stopServer();
  if (server.isRunning()) throw new Misuse("This home is in use by another program: end that first");
};

/** A copy of the embedded server's data, put in place of the home's. */
const restoreCluster = async (tools: Tools, folder: string, over: boolean) => {
  if (!tools.embedded)
    throw new Misuse(
      "This backup is of an embedded server: leave DATABASE_URL out, or make one with backup --portable",
    );
  const server = tools.embedded();
  if (server.isRunning()) {
    if (!over) throw overNeeded(`${tools.home} is running and`);
    await endServer(tools, server);
  }
  const rest = besides(folder, tools.home);
  if (!over && (await holdsData([server.cluster, rest[0]!.to]))) throw overNeeded(tools.home);
  server.makeFolder();
  const moves = [
    { from: join(folder, "cluster"), to: server.cluster },
    { from: join(folder, "password"), to: server.passwordFile },
    ...rest,
  ];
  return replaceWhile(moves, async () => {
    await giveTo(server.cluster, server.owner);
    try {
      return await verify(tools);
    } catch (error) {
      await tools.stopServer();
      throw error;
    }
  });
};

/** An export of tables, read into an empty database of any server. */
const restoreTables = async (tools: Tools, folder: string, manifest: Manifest, over: boolean) => {
  const rest = besides(folder, tools.home);
  if (!over && (await holdsData([rest[0]!.to]))) throw overNeeded(rest[0]!.to);
  const url = await tools.databaseUrl();
  if (over) await emptyDatabase(url);
  return replaceWhile(rest, async () => {
    await tools.platform();
    if (!(await isEmptyDatabase(url))) throw overNeeded("The database");
    await importTables(url, join(folder, "tables"), manifest);
    return verify(tools);
  });
};

/** Puts a backup back, and proves that it works. */
export const restore: Command = {
  name: "restore",
  does: "puts a backup back into an empty home or database, and checks it",
  options: { from: { type: "string" }, over: { type: "boolean", default: false } },
  describe: {
    from: "file or folder made with backup",
    over: "throw away what is there now",
  },
  required: ["from"],
  async run(tools) {
    const from = given(tools, "from");
    const over = tools.options.over === true;
    mkdirSync(tools.home, { recursive: true });
    const { kind, madeAt, ...seen } = await laidOut(from, tools.home, async (folder) => {
      const manifest = await readManifest(folder, from);
      const found =
        manifest.kind === "cluster"
          ? await restoreCluster(tools, folder, over)
          : await restoreTables(tools, folder, manifest, over);
      return { kind: manifest.kind, madeAt: manifest.madeAt, ...found };
    });
    return {
      text: `Restored what was saved on ${madeAt}: ${seen.orders} orders, ${seen.auditLines} audit lines, all as they were written.`,
      data: { kind, madeAt, ...seen },
    };
  },
};
