import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { promisify } from "node:util";
import { expect, test } from "@playwright/test";
import { databaseFile, homeOfPlatform } from "./platformHome.ts";

test("the example walks from lead to paid over HTTP alone", async ({ baseURL }) => {
  const home = homeOfPlatform();
  const { stdout } = await promisify(execFile)(process.execPath, ["examples/lead-to-paid.mjs", baseURL!], {
    env: {
      ...process.env,
      CHARGECARS_HOME: home,
      PORT: new URL(baseURL!).port,
      DATABASE_URL: readFileSync(databaseFile(home), "utf8"),
    },
  });
  const steps = stdout.trim().split("\n");
  expect(steps).toHaveLength(10);
  expect(steps.at(-1)).toContain("Closed");
});
