import { existsSync } from "node:fs";
import { copyFile, cp } from "node:fs/promises";
import { join } from "node:path";
import { readSettings } from "../settings.ts";
import { makeWhole } from "./backup/archive.ts";
import { copyCluster } from "./backup/clusterCopy.ts";
import { type Manifest, writeManifest } from "./backup/manifest.ts";
import { exportTables } from "./backup/tableExport.ts";
import { type Command, given, type Tools } from "./command.ts";

/** Files come after the database: whatever it names was there before. */
const copyRest = async ({ home, embedded }: Tools, folder: string, kind: Manifest["kind"]) => {
  const { filesFolder, filesUrl } = readSettings(home, 0);
  if (!filesUrl && existsSync(filesFolder)) await cp(filesFolder, join(folder, "files"), { recursive: true });
  const secret = join(home, "secret");
  if (existsSync(secret)) await copyFile(secret, join(folder, "secret"));
  if (kind === "cluster") await copyFile(embedded!().passwordFile, join(folder, "password"));
};

/** Saves everything a home holds, while people go on working. */
export const backup: Command = {
  name: "backup",
  does: "saves database, files and secret, while people go on working",
  options: { to: { type: "string" }, portable: { type: "boolean", default: false } },
  describe: {
    to: "file that ends in .tar.gz, or a new folder",
    portable: "tables instead of the server's own data: restores on any PostgreSQL 18 or newer",
  },
  required: ["to"],
  async run(tools) {
    const to = given(tools, "to");
    const kind = tools.embedded && !tools.options.portable ? "cluster" : "tables";
    await tools.platform();
    const url = await tools.databaseUrl();
    const { filesUrl } = readSettings(tools.home, 0);
    const made = await makeWhole(to, async (folder) => {
      const madeAt = new Date().toISOString();
      const facts =
        kind === "cluster"
          ? { ...(await copyCluster(url, join(folder, "cluster"))), rows: {} }
          : await exportTables(url, join(folder, "tables"));
      await copyRest(tools, folder, kind);
      await writeManifest(folder, { format: 1, kind, madeAt, ...facts });
    });
    return {
      text: `Saved in ${made}. It holds the secret and everybody's data: keep it safe.${filesUrl ? "\nFiles are in the bucket of FILES_URL, and not in this backup." : ""}`,
      data: { path: made, kind, files: !filesUrl },
    };
  },
};
