import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { capabilities, root } from "./capabilities.ts";
import { type Breach, breachesIn } from "./importRules.ts";

describe("the list of capabilities", () => {
  const names = Object.keys(capabilities);

  test("names every folder of src", () => {
    const folders = readdirSync(join(root, "src"), { withFileTypes: true }).filter((entry) =>
      entry.isDirectory(),
    );
    expect(names).toEqual(expect.arrayContaining(folders.map(({ name }) => name)));
  });

  test("points down only: each leans on those before it", () => {
    for (const [at, name] of names.entries()) {
      expect(names.slice(0, at), name).toEqual(expect.arrayContaining(capabilities[name] ?? []));
    }
  });
});

describe("an import", { timeout: 60_000 }, () => {
  test("never goes through a wall", async () => {
    const parts = ["src", "web", "tests", "bench"].filter((part) => existsSync(join(root, part)));
    const { breaches, modules } = await breachesIn(root, capabilities, parts);
    // A reader that cannot read TypeScript sees no modules, and then no breaches either.
    for (const part of ["src/platform/index.ts", "web/"]) {
      expect(
        modules.some((module) => module.startsWith(part)),
        part,
      ).toBe(true);
    }
    expect(breaches).toEqual([]);
  });
});

describe("a planted breach", { timeout: 60_000 }, () => {
  const house = mkdtempSync(join(tmpdir(), "walls-"));
  const map = { platform: [], crm: [], orders: ["crm"], sales: ["crm", "orders"] };
  const files: Record<string, string> = {
    "src/platform/index.ts": `import { readFile } from "node:fs"; export const read = readFile;`,
    "src/platform/contract/index.ts": "export const id = 1;",
    "src/crm/index.ts": `export { contact } from "./contacts.ts"; export { sell } from "#sales";`,
    "src/crm/contacts.ts": "export const contact = 1;",
    "src/crm/testing.ts": "export const aContact = 1;",
    "src/crm/contract.ts": `export { id } from "#platform/contract";`,
    "src/orders/index.ts": `export { contact } from "../crm/contacts.ts"; export { aContact } from "#crm/testing";`,
    "src/orders/contract.ts": `export { order } from "./order.ts";`,
    "src/orders/order.ts": `export { read as order } from "#platform";`,
    "src/sales/index.ts": `export { contact as sell } from "#crm";`,
    "src/sales/sell.ts": `export { gone } from "./gone.ts";`,
    "src/sales/screen.ts": `export { Screen } from "../../web/Screen.tsx";`,
    "src/stock/index.ts": `export { contact } from "#crm";`,
    "web/Screen.tsx": `import { contact } from "#crm"; export const Screen = () => <b>{contact}</b>;`,
    "web/Fine.tsx": `import { id } from "#crm/contract"; export const Fine = () => <b>{id}</b>;`,
    "tests/journey.ts": `export { contact } from "../src/crm/contacts.ts";`,
  };
  let breaches: Breach[];

  beforeAll(async () => {
    cpSync(join(root, "package.json"), join(house, "package.json"));
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(join(house, dirname(path)), { recursive: true });
      writeFileSync(join(house, path), text);
    }
    ({ breaches } = await breachesIn(house, map, ["src", "web", "tests"]));
  });

  afterAll(() => rmSync(house, { recursive: true, force: true }));

  test.for([
    ["crm-leans-on-what-the-list-names", "src/crm/index.ts"],
    ["a-capability-is-in-the-list", "src/stock/index.ts"],
    ["enter-by-the-front-door", "src/orders/index.ts"],
    ["visitors-enter-by-the-front-door", "tests/journey.ts"],
    ["test-builders-are-for-tests", "src/orders/index.ts"],
    ["the-server-knows-no-screens", "src/sales/screen.ts"],
    ["the-browser-reads-contracts-only", "web/Screen.tsx"],
    ["contracts-are-safe-in-a-browser", "src/orders/contract.ts"],
    ["an-import-leads-somewhere", "src/sales/sell.ts"],
  ] as const)("is caught by %s", ([rule, from]) => {
    expect(breaches.map((breach) => [breach.rule, breach.from])).toContainEqual([rule, from]);
  });

  test("is told apart from what is allowed", () => {
    const innocent = ["src/crm/contract.ts", "src/sales/index.ts", "web/Fine.tsx"];
    expect(breaches.filter(({ from }) => innocent.includes(from))).toEqual([]);
  });
});
