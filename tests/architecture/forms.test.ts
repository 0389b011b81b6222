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

/** Half a date has no value: a form learns of it from the field, which it knows by the name that `field` gives. */
test("every day or time that is asked in a form has a name there", () => {
  const asked = globSync("web/**/*.tsx", { cwd: root }).flatMap((file) => {
    const text = readFileSync(join(root, file), "utf8");
    if (!text.includes("<form") && !text.includes("useFieldCheck")) return [];
    return [...text.matchAll(/<TextInput\b[\s\S]*?\/>/g)]
      .filter(([field]) => /type="(date|time)"/.test(field))
      .map(([field]) => ({ file, field }));
  });
  expect(asked.length).toBeGreaterThan(20);
  expect(asked.filter(({ field }) => !/\{\.\.\.[\w.]*[fF]ield(Of)?\(/.test(field))).toEqual([]);
});
