import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * The home of the platform the browser tests run against; the same for the platform and the tests beside it. Each run
 * has a folder of its own: a run that was cut off leaves its folder, and the next one would believe what lies there.
 */
export const homeOfPlatform = (): string => {
  process.env.BROWSER_TEST_HOME ??= mkdtempSync(join(tmpdir(), "chargecars-browser-"));
  return process.env.BROWSER_TEST_HOME;
};

/** Where the address of its database stands, for programs that are run beside it. */
export const databaseFile = (home: string): string => join(home, "database-url");
