import { expect, test } from "vitest";
import { meant } from "./meant.ts";

test("a search finds rows with every word of it, in any order, without accents or capitals", () => {
  const rows = [
    { name: "René de Wit", city: "Utrecht" },
    { name: "Rene Bos", city: null },
  ];
  const found = (search: string) =>
    meant(rows, search, ({ name, city }) => [name, city]).map(({ name }) => name);
  expect(found("")).toHaveLength(2);
  expect(found("RENE")).toHaveLength(2);
  expect(found("utrecht rené")).toEqual(["René de Wit"]);
  expect(found("null")).toEqual([]);
});
