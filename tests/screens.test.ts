import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Fastify, { type FastifyInstance } from "fastify";
import { afterAll, beforeAll, expect, test } from "vitest";
import { takeOver } from "../bin/buildWeb.ts";
import { addScreens } from "../src/main/screens.ts";

const folder = mkdtempSync(join(tmpdir(), "chargecars-test-"));
const [built, fresh] = [join(folder, "web"), join(folder, "fresh")];
let server: FastifyInstance;

/** A build as far as the server can tell: a page that names its script, and a part that is loaded later. */
const build = (to: string, hash: string) => {
  for (const part of ["assets", "apps/office"]) mkdirSync(join(to, part), { recursive: true });
  writeFileSync(join(to, "apps/office/index.html"), `<script src="/assets/main-${hash}.js"></script>`);
  writeFileSync(join(to, `assets/main-${hash}.js`), `import("/assets/dialog-${hash}.js")`);
  writeFileSync(join(to, `assets/dialog-${hash}.js`), `export const from = "${hash}"`);
};
const get = (url: string) => server.inject({ url });

beforeAll(async () => {
  build(built, "one");
  server = Fastify();
  await addScreens(server, built);
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

test("a page is asked for anew each time, what it names is kept for ever", async () => {
  const page = await get("/orders/42");
  expect(page.body).toContain("main-one.js");
  expect(page.headers).toMatchObject({ "cache-control": "no-cache", "content-type": /html/ });
  const script = await get("/assets/main-one.js");
  expect(script.headers["cache-control"]).toBe("public, max-age=31536000, immutable");
  expect((await get("/assets/main-none.js")).statusCode).toBe(404);
  expect((await get("/assets/..%2f..%2fsecret")).statusCode).toBeGreaterThanOrEqual(400);
});

test("a build under a running server gives new pages, and open ones the parts they came with", async () => {
  build(fresh, "two");
  takeOver(fresh, built);
  const page = await get("/");
  expect(page.body).toContain("main-two.js");
  expect((await get("/assets/main-two.js")).statusCode).toBe(200);
  expect((await get("/assets/dialog-one.js")).body).toContain("one");
});

test("parts of builds from long ago are not kept", async () => {
  const old = new Date(Date.now() - 30 * 24 * 3_600_000);
  utimesSync(join(built, "assets/dialog-one.js"), old, old);
  build(fresh, "three");
  takeOver(fresh, built);
  expect((await get("/assets/dialog-one.js")).statusCode).toBe(404);
  expect((await get("/assets/dialog-two.js")).statusCode).toBe(200);
});
