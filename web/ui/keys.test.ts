import { expect, test } from "vitest";
import { workingKeys } from "./keys.ts";

test("a key means what the newest part of the screen says, and is told once, that part first", () => {
  const run = () => {};
  const all = [
    { group: "Orders", bindings: [{ key: "n", label: "Nieuwe lead", run }] },
    { group: "Overal", bindings: [{ key: "?", label: "Toetsen tonen", run }] },
    { group: "Planbord", bindings: [{ key: "n", label: "Nieuwe ploeg", run }] },
  ];
  expect(workingKeys(all)).toEqual([
    { group: "Planbord", bindings: [{ key: "n", label: "Nieuwe ploeg", run }] },
    { group: "Overal", bindings: [{ key: "?", label: "Toetsen tonen", run }] },
    { group: "Orders", bindings: [] },
  ]);
});
