import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { templateNames } from "./templateNames.ts";

const source = join(import.meta.dirname, "../../src");
/** Every mail the product sends, as the code declares it. */
const sent = readdirSync(source, { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".ts") && !path.endsWith(".test.ts"))
  .flatMap((path) => [
    ...readFileSync(join(source, path), "utf8").matchAll(/\bmailTemplate\(\s*"([\w/-]+)"/g),
  ])
  .map(([, name = ""]) => name);

test("every mail has a name in both languages, and nothing else has", () => {
  expect(sent.length).toBeGreaterThan(15);
  for (const names of [templateNames.nl, templateNames.en])
    expect(Object.keys(names).toSorted()).toEqual(sent.toSorted());
});
