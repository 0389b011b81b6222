import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { chromium } from "playwright-core";
import { findChromium } from "./check/chromium.ts";
import { nextFreePort } from "./freePort.ts";
import { shots } from "./screens/shots.ts";
import { takeShots } from "./screens/takeShots.ts";

/**
 * Remakes the pictures in `docs/screens`: starts the platform with a demo company in a home of its own, or uses the one
 * in `BASE_URL`. Words behind the command choose pictures by name: `npm run screens -- orders field-job`.
 */
const root = resolve(import.meta.dirname, "..");
const folder = join(root, "docs/screens");
const orders = process.env.DEMO_ORDERS ?? "400";

/** Starts the platform as `npm start` does, and waits until it answers. */
const startOwn = async () => {
  const home = mkdtempSync(join(tmpdir(), "chargecars-screens-"));
  const port = await nextFreePort(3900, "0.0.0.0");
  const { DATABASE_URL: _, ...rest } = process.env;
  const child = spawn(process.execPath, [join(root, "bin/start.mjs")], {
    cwd: root,
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...rest, CHARGECARS_HOME: home, PORT: String(port), DEMO_ORDERS: orders },
  });
  const ended = new Promise<void>((done) => child.once("exit", () => done()));
  const stop = async () => {
    child.kill("SIGTERM");
    await ended;
    rmSync(home, { recursive: true, force: true });
  };
  const base = `http://localhost:${port}`;
  for (let second = 0; second < 180; second += 1) {
    if (child.exitCode !== null) throw new Error("The platform for the pictures did not start; see above.");
    const answers = await fetch(`${base}/ready`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (answers) return { base, stop };
    await new Promise((resume) => setTimeout(resume, 1000));
  }
  await stop();
  throw new Error("The platform for the pictures was not ready within three minutes.");
};

const named = new Set(process.argv.slice(2));
const wanted = shots.filter(({ name }) => named.size === 0 || named.has(name));
const given = process.env.BASE_URL;
console.log(given ? `Taking pictures of ${given} …` : "Starting a demo company for the pictures …");
const { base, stop } = given ? { base: given, stop: async () => {} } : await startOwn();
const browser = await chromium.launch({ executablePath: findChromium(), args: ["--no-sandbox"] });
try {
  mkdirSync(folder, { recursive: true });
  await takeShots(browser, { base, folder, wanted });
} finally {
  await browser.close();
  await stop();
}
