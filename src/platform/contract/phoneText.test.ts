import { expect, test } from "vitest";
import { phoneText } from "./phoneText.ts";

test.each([
  ["+31688411011", "06 88 41 10 11"],
  ["+31201234567", "020 123 45 67"],
  ["+31118123456", "0118 12 34 56"],
  ["+31881234567", "088 123 45 67"],
  ["+3225551234", "+3225551234"],
  ["na zessen bellen", "na zessen bellen"],
])("%s is read as %s", (phone, read) => expect(phoneText(phone)).toBe(read));
