import { defineConfig } from "@playwright/test";
import { findChromium } from "./bin/check/chromium.ts";
import { nextFreePort } from "./bin/freePort.ts";
import { homeOfPlatform } from "./tests/browser/platformHome.ts";

// The workers read this file again; they inherit what the first reading chose.
process.env.BROWSER_TEST_PORT ??= String(await nextFreePort(4300, "0.0.0.0"));
homeOfPlatform();
const url = `http://127.0.0.1:${process.env.BROWSER_TEST_PORT}`;

export default defineConfig({
  testDir: "tests/browser",
  testMatch: "**/*.spec.ts",
  outputDir: "test-results",
  // Each step has a limit of its own; that of a whole test only ends one that goes round in circles, also on a busy machine.
  timeout: 300_000,
  expect: { timeout: 20_000 },
  fullyParallel: false,
  workers: 1,
  retries: 0,
  forbidOnly: true,
  reporter: [["list"], ["json", { outputFile: ".cache/test-results/browser.json" }]],
  use: {
    baseURL: url,
    actionTimeout: 30_000,
    locale: "nl-NL",
    timezoneId: "Europe/Amsterdam",
    screenshot: "only-on-failure",
    // Filming every test costs as much as the test itself, so only who looks for a fault asks for it: `TRACE=1`.
    trace: process.env.TRACE ? "retain-on-failure" : "off",
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH ?? findChromium(),
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
  webServer: {
    command: `"${process.execPath}" tests/browser/platform.ts`,
    url: `${url}/health`,
    timeout: 180_000,
    env: { DEMO_ORDERS: process.env.DEMO_ORDERS ?? "30" },
    stdout: "ignore",
    stderr: "pipe",
    gracefulShutdown: { signal: "SIGTERM", timeout: 15_000 },
  },
});
