import { expect, test } from "vitest";
import { addressOf } from "./address.ts";

const site = { street: "Beukenlaan", houseNumber: 18, addition: "A", postalCode: "3862KJ", city: "Nijkerk" };

test("an address stands on one line as people write it", () => {
  expect(addressOf(site)).toBe("Beukenlaan 18 A, 3862 KJ Nijkerk");
  expect(addressOf({ ...site, postalCode: "B-1000", city: "Brussel" })).toBe(
    "Beukenlaan 18 A, B-1000 Brussel",
  );
  expect(addressOf(null)).toBeNull();
});
