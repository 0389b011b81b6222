import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Platform } from "#platform";
import { freshDatabase, type TestDatabase } from "#platform/testing";
import { furnish } from "../furnish.ts";
import { openPlatform } from "../openPlatform.ts";
import { readSettings } from "../settings.ts";
import { isHalfMade } from "./halfMade.ts";
import { makeDemoCompany } from "./index.ts";

const home = mkdtempSync(join(tmpdir(), "chargecars-test-"));
const secret = "secret of the tests";
const settings = readSettings(home, 3000, { APP_SECRET: secret, DEMO: "on" });
const story = { orders: 12, now: "2026-11-20T13:00:00.000Z" };
const houses: { fresh: TestDatabase; platform: Platform }[] = [];

const emptyHouse = async () => {
  const fresh = await freshDatabase();
  const house = { fresh, platform: await openPlatform(fresh.url, settings, { connections: 4 }) };
  houses.push(house);
  return house;
};

/** A start in a process of its own. */
const startOn = (databaseUrl: string) => {
  const [furnishing, opening, reading] = ["../furnish.ts", "../openPlatform.ts", "../settings.ts"].map(
    (file) => new URL(file, import.meta.url).href,
  );
  const program = `
    const { furnish } = await import("${furnishing}");
    const { openPlatform } = await import("${opening}");
    const { readSettings } = await import("${reading}");
    const settings = readSettings("${home}", 3000, { APP_SECRET: "${secret}", DEMO: "on" });
    await furnish(await openPlatform("${databaseUrl}", settings), "${databaseUrl}", settings, ${JSON.stringify(story)});
    process.exit(0);`;
  return spawn(process.execPath, ["--input-type=module", "-e", program], { stdio: "ignore" });
};

const rowsOf = async ({ database }: Platform, text: string) => (await database.pool.query(text)).rows;

/** What people see of a company: its orders with their course, its visits, invoices and mails. */
const companyOf = async (platform: Platform) => ({
  orders: await rowsOf(
    platform,
    `select number, status, status_since, total_cents, customer_name, (select array_agg(move order by at, id) from order_moves m
      where m.order_id = o.id) as moves from orders o order by number`,
  ),
  visits: await rowsOf(
    platform,
    "select number, status, planned_start, on_day, minutes from visits order by number",
  ),
  invoices: await rowsOf(
    platform,
    "select number, status, gross_cents, paid_cents, invoiced_on from invoices order by number",
  ),
  mails: await rowsOf(
    platform,
    "select template, count(*)::int as count from messages group by 1 order by 1",
  ),
  waiting: await rowsOf(
    platform,
    "select kind, status, count(*)::int as count from jobs group by 1, 2 order by 1, 2",
  ),
});

describe("a first start", () => {
  let whole: Platform;
  beforeAll(async () => {
    const { fresh, platform } = await emptyHouse();
    await furnish(platform, fresh.url, settings, story);
    whole = platform;
  }, 240_000);
  afterAll(async () => {
    for (const { fresh, platform } of houses) {
      await platform.database.close();
      await fresh.drop();
    }
    rmSync(home, { recursive: true, force: true });
  });

  test("leaves a company with full histories, and nothing that failed or was put off", async () => {
    const { orders, invoices, visits } = await companyOf(whole);
    expect(orders.length).toBeGreaterThan(8);
    expect(orders.filter(({ status }) => status === "completed").length).toBeGreaterThan(4);
    const short = [
      "new_lead",
      "intake_completed",
      "quote_draft",
      "quote_ready",
      "customer_approved",
      "both_approved",
    ];
    expect(orders.map(({ status }) => status)).toEqual(expect.arrayContaining(short));
    expect(orders.filter(({ status, moves }) => status !== "new_lead" && !moves)).toEqual([]);
    expect([visits.length, invoices.length].every((count) => count > 4)).toBe(true);
    expect(
      await rowsOf(whole, "select kind, last_error from jobs where attempts > 0 or status = 'dead'"),
    ).toEqual([]);
    expect(await rowsOf(whole, `select kind from jobs where run_at <= '${story.now}'`)).toEqual([]);
    expect(await isHalfMade(whole)).toBe(false);
  });

  test("gives the same company when a helper lives half of the orders", { timeout: 120_000 }, async () => {
    const { fresh, platform } = await emptyHouse();
    await makeDemoCompany(fresh.url, settings, { ...story, isHelped: true });
    expect(await companyOf(platform)).toEqual(await companyOf(whole));
  });

  test("that is killed half way is made anew by the next, and gives the same company", {
    timeout: 240_000,
  }, async () => {
    const { fresh, platform } = await emptyHouse();
    const child = startOn(fresh.url);
    const left = once(child, "exit");
    const made = async () => Number((await rowsOf(platform, "select count(*) from orders"))[0]!.count);
    await expect.poll(made, { timeout: 120_000, interval: 50 }).toBeGreaterThan(2);
    child.kill("SIGKILL");
    await left;
    expect(await isHalfMade(platform)).toBe(true);
    // In a database that somebody named, other things may live: there it is left as it is.
    const named = furnish(platform, fresh.url, { ...settings, ownDatabase: false }, story);
    await expect(named).rejects.toThrow("empty the database");
    expect(await made()).toBeGreaterThan(2);
    // Two starts at once: one makes the company, the other waits for it.
    const both = [furnish(platform, fresh.url, settings, story), once(startOn(fresh.url), "exit")] as const;
    const [, [code]] = await Promise.all(both);
    expect(code).toBe(0);
    expect(await isHalfMade(platform)).toBe(false);
    expect(await companyOf(platform)).toEqual(await companyOf(whole));
  });
});
