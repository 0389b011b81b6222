import { describe, expect, test } from "vitest";
import { codeAt, otpUri, stepOfCode } from "./totp.ts";

const secret = Buffer.from("12345678901234567890");

describe("a code of an authenticator app", () => {
  // RFC 6238, appendix B (SHA-1), last six digits.
  test.each([
    [59, "287082"],
    [1111111109, "081804"],
    [1234567890, "005924"],
    [20000000000, "353130"],
  ])("is the standard's at second %i", (second, code) => {
    expect(codeAt(secret, Math.floor(second / 30))).toBe(code);
  });

  test("fits one step early or late, and no further", () => {
    const code = codeAt(secret, 100);
    expect(stepOfCode(secret, code, 100 * 30_000)).toBe(100);
    expect(stepOfCode(secret, code, 101 * 30_000)).toBe(100);
    expect(stepOfCode(secret, code, 102 * 30_000)).toBeNull();
  });

  test("comes from the secret in the QR code", () => {
    expect(otpUri(secret, "ada@example.com")).toContain("secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&");
  });
});
