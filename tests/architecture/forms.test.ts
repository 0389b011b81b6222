import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { root } from "./capabilities.ts";

/** A browser speaks its own language, which is often another than that of the screen. */
test("no form leaves it to the browser to say what is wrong", () => {
  const forms = globSync("web/**/*.tsx", { cwd: root }).flatMap((file) => {
    const text = readFileSync(join(root, file), "utf8");
    // Up to the first element inside it.
    return [...text.matchAll(/<form\b[\s\S]*?>\s*[<{]/g)].map(([begin]) => ({ file, begin }));
  });
  expect(forms.length).toBeGreaterThan(20);
  expect(forms.filter(({ begin }) => !begin.includes("noValidate")).map(({ file }) => file)).toEqual([]);
});
