import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { freshDatabase } from "#platform/testing";
import { tableTypes, tableTypesFile } from "../../bin/tableTypes.ts";
import { root } from "./capabilities.ts";

test("the types of the tables are those of the migrated database; npm run types writes them anew", async () => {
  const database = await freshDatabase();
  try {
    expect(readFileSync(join(root, tableTypesFile), "utf8")).toBe(await tableTypes(database.url));
  } finally {
    await database.drop();
  }
});
