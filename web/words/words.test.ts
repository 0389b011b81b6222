import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { Problem } from "#platform/contract";
import { formatsOf } from "./format.ts";
import { sentenceOf } from "./problems.ts";
import type { Texts, Words } from "./words.ts";

const web = join(import.meta.dirname, "..");
const wordFiles = readdirSync(web, { recursive: true, encoding: "utf8" }).filter(
  (path) =>
    /\.tsx?$/.test(path) &&
    !path.endsWith(".test.ts") &&
    /\bwords\(\{/.test(readFileSync(join(web, path), "utf8")),
);

/** All words that are declared anywhere, with where: those of a component are no one else's to import. */
const declared = vi.hoisted((): { where: string; given: Words<Texts> }[] => []);
vi.mock("./words.ts", async (original) => ({
  ...(await original<object>()),
  words: (given: Words<Texts>) => {
    declared.push({ where: new Error("declared here").stack?.split("\n")[2] ?? "", given });
    return given;
  },
}));
beforeAll(async () => {
  for (const path of wordFiles) await import(join(web, path));
}, 60_000);

const leaves = (texts: Texts, path = ""): [string, string][] =>
  Object.entries(texts).flatMap(([key, value]) =>
    typeof value === "string"
      ? [[`${path}${key}`, value] as [string, string]]
      : leaves(value, `${path}${key}.`),
  );

/** What stands between the outermost braces of a text. */
const braced = (text: string): string[] => {
  const found: string[] = [];
  let [depth, begin] = [0, 0];
  for (let at = 0; at < text.length; at += 1)
    if (text[at] === "{") {
      if (depth === 0) begin = at + 1;
      depth += 1;
    } else if (text[at] === "}") {
      depth -= 1;
      if (depth === 0) found.push(text.slice(begin, at));
    }
  return found;
};

/** The facts a text asks for, also in the branches of a plural or a choice. */
const factsOf = (text: string): string[] => {
  const all = braced(text).flatMap((inside) => {
    const [name = "", kind = "", ...branches] = inside.split(",");
    const isChoice = ["plural", "select", "selectordinal"].includes(kind.trim());
    return [name.trim(), ...(isChoice ? braced(branches.join(",")).flatMap(factsOf) : [])];
  });
  return [...new Set(all)].toSorted();
};

describe.each(wordFiles)("the words of %s", (path) => {
  test("are filled in, with the same keys and facts in both languages", () => {
    const own = declared.filter(({ where }) => where.includes(join(web, path)));
    expect(own).not.toEqual([]);
    for (const { given } of own) {
      const english = new Map(leaves(given.en));
      const dutch = leaves(given.nl);
      expect(dutch.map(([key]) => key).toSorted()).toEqual([...english.keys()].toSorted());
      for (const [key, text] of dutch) {
        expect(text.trim(), key).not.toBe("");
        expect(english.get(key)?.trim(), key).not.toBe("");
        expect(factsOf(english.get(key) ?? ""), key).toEqual(factsOf(text));
      }
    }
  });
});

describe("a problem", () => {
  test("is told in the language of the screen", () => {
    const problem = new Problem("platform/forbidden", 403, "You may not do this");
    expect(sentenceOf(problem, "nl")).toContain("geen recht");
    expect(sentenceOf(problem, "en")).toContain("no right");
  });
  test("without a sentence is told by its title", () => {
    expect(sentenceOf(new Problem("sales/unheard-of", 409, "Something rare"), "nl")).toBe("Something rare");
  });
  test("that is none gets the general sentence", () => {
    expect(sentenceOf(new TypeError("x is not a function"), "nl")).toContain("Er is niets verloren");
  });
});

describe("Dutch formats", () => {
  const nl = formatsOf("nl");
  const now = new Date("2026-11-01T12:00:00.000Z");
  const plain = (text: string) => text.replaceAll(/\s/g, " ");
  test("write money with cents", () => expect(plain(nl.money(129_900))).toBe("€ 1.299,00"));
  test("write a day short, with the year when it is another one", () => {
    expect(nl.day("2026-11-24", now)).toBe("di 24 nov");
    expect(nl.day("2027-01-05", now)).toContain("2027");
  });
  test("write a moment in Dutch local time", () =>
    expect(nl.moment("2026-11-24T07:30:00.000Z", now)).toBe("di 24 nov 08:30"));
  test("know what day it is in the Netherlands", () =>
    expect(nl.today(new Date("2026-11-23T23:30:00.000Z"))).toBe("2026-11-24"));
  test("say how long ago", () => {
    expect(nl.ago("2026-11-01T09:00:00.000Z", now)).toBe("3 uur geleden");
    expect(nl.ago(now, now)).toBe("nu");
  });
});
