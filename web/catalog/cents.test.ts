import { expect, test } from "vitest";
import { centsOf, typedOf } from "./cents.ts";

test.each([
  ["749", 74_900],
  ["749,5", 74_950],
  ["€ 1.299,00", 129_900],
  ["1299.50", 129_950],
  ["1,299.50", 129_950],
  ["1.299", 129_900],
  ["0,07", 7],
])("%s is %i cents", (typed, cents) => expect(centsOf(typed)).toBe(cents));

test.each(["", "abc", "12,345,6", "-5", "1e9"])("%s is no amount", (typed) =>
  expect(centsOf(typed)).toBeUndefined(),
);

test("is typed back as it was, in either language", () => {
  expect(typedOf(129_907)).toBe("1299,07");
  expect(typedOf(129_907, ".")).toBe("1299.07");
  expect(centsOf(typedOf(129_907, "."))).toBe(129_907);
});
