import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { businessEntities } from "#crm";
import type { Platform } from "#platform";
import { freshDatabase, type TestDatabase } from "#platform/testing";
import { furnish, welcome } from "./furnish.ts";
import { manage } from "./manage.ts";
import { openPlatform } from "./openPlatform.ts";
import { readSettings } from "./settings.ts";

describe("the demo company", () => {
  const demoWith = (env: NodeJS.ProcessEnv) =>
    readSettings("unused", 3000, { APP_SECRET: "secret of the tests", ...env }).demo;

  test("is for trying things out, and only there by itself", () => {
    expect(demoWith({})).toBe(true);
    expect(demoWith({ DATABASE_URL: "postgres://db/chargecars" })).toBe(false);
    expect(demoWith({ NODE_ENV: "production" })).toBe(false);
  });

  test("comes and stays away when asked", () => {
    expect(demoWith({ DEMO: "off" })).toBe(false);
    expect(demoWith({ DEMO: "on", DATABASE_URL: "postgres://db/chargecars" })).toBe(true);
    expect(demoWith({ DEMO: "", NODE_ENV: "production" })).toBe(false);
  });
});

describe("a first start without the demo company", () => {
  let fresh: TestDatabase;
  let platform: Platform;
  const home = mkdtempSync(join(tmpdir(), "chargecars-test-"));
  const settings = readSettings(home, 3000, { APP_SECRET: "secret of the tests", DEMO: "off" });
  beforeAll(async () => {
    fresh = await freshDatabase();
    platform = await openPlatform(fresh.url, settings);
  });
  afterAll(async () => {
    await platform?.database.close();
    await fresh?.drop();
    rmSync(home, { recursive: true, force: true });
  });

  test("has the five entities, and nobody with a password that everybody knows", async () => {
    await furnish(platform, fresh.url, settings);
    await furnish(platform, fresh.url, settings);
    const entities = await businessEntities.all(platform.database.db);
    expect(entities.map(({ prefix, iban, phone }) => [prefix, iban, phone])).toEqual(
      ["CC", "LT", "MK", "ZS", "RS"].map((prefix) => [prefix, null, null]),
    );
    const { rows } = await platform.database.pool.query("select email from users");
    expect(rows).toEqual([]);
    expect(await welcome(platform, settings)).toContain("manage -- user add --role admin");
  });

  test("gets its first administrator by the command it names", async () => {
    const words = ["user", "add", "--role", "admin", "--email", "a.visser@chargecars.example"];
    const tools = {
      home,
      databaseUrl: async () => fresh.url,
      stopServer: async () => {},
      embedded: undefined,
    };
    const code = await manage([...words, "--name", "A. Visser", "--password", "lang-en-eigen"], tools);
    expect(code).toBe(0);
    expect(await welcome(platform, settings)).toBe("\nChargeCars runs at http://localhost:3000\n");
  });

  test("warns of demo people that came with a copied database", async () => {
    await platform.database.pool.query(
      "insert into users (name, email, role, created_at) values ('Ada', 'ada@chargecars.example', 'admin', now())",
    );
    expect(await welcome(platform, settings)).toMatch(/WARNING: .*\n {2}ada@chargecars.example/);
  });
});
