import { mkdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** The home of the platform the browser tests run against; the same for the platform and the tests beside it. */
export const homeOfPlatform = (): string => {
  const home = join(
    tmpdir(),
    `chargecars-browser-${process.getuid?.() ?? 0}-${process.env.BROWSER_TEST_PORT}`,
  );
  mkdirSync(home, { recursive: true });
  return home;
};

/** Where the address of its database stands, for programs that are run beside it. */
export const databaseFile = (home: string): string => join(home, "database-url");
