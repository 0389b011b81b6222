import { describe, expect, test } from "vitest";
import { describeException, remedyOf } from "./exceptionSense.ts";

describe("an exception in words", () => {
  test("says what it is about with its facts", () => {
    const { title, why } = describeException({ kind: "unknown_sku", facts: { sku: "KL-999" } }, "nl");
    expect(title).toBe("Onbekend artikelnummer");
    expect(why).toContain("“KL-999”");
  });

  test("stays a whole sentence when a fact is missing", () => {
    const { why } = describeException({ kind: "quote_declined", facts: { payerName: "Anna" } }, "en");
    expect(why).toBe("Anna does not agree.");
  });

  test("names missing evidence in words", () => {
    const facts = { missing: ["photo_after", "serial_number"] };
    expect(describeException({ kind: "evidence_missing", facts }, "nl").why).toContain(
      "foto achteraf, serienummer",
    );
  });

  test("asks to close what nobody pays, and to check the rest", () => {
    const whyOf = (facts: Record<string, unknown>) =>
      describeException({ kind: "order_to_check", facts }, "nl").why;
    expect(whyOf({ toBill: "nothing" })).toContain("Sluit de order");
    expect(whyOf({})).toContain("dan gaat de factuur uit");
  });

  test("falls back for a kind nobody described, and leads to the order", () => {
    const { title, why } = describeException(
      { kind: "crane_needed", facts: { height: { metres: 9 } } },
      "en",
    );
    expect(title).toBe("Crane needed");
    expect(why).toContain("order");
    expect(remedyOf("crane_needed")).toEqual({ does: "go", word: "order" });
  });
});
