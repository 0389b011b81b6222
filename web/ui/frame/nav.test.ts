import { expect, test } from "vitest";
import { belongsTo } from "./nav.ts";

test.each([
  ["/contacts/0190", true],
  ["/contacts", true],
  ["/contactsheets", false],
  ["/orders/0190", false],
])("%s belongs to a place that has /contacts too: %s", (path, does) => {
  expect(belongsTo({ also: ["/contacts"] }, path)).toBe(does);
  expect(belongsTo({}, path)).toBe(false);
});
