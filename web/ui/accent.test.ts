import { describe, expect, test } from "vitest";
import { accentOf, contrast } from "./accent.ts";
import { csvOf } from "./csv.ts";

describe.each(["#0066CC", "#FF6B35", "#8B5CF6", "#10B981", "#F59E0B", "#ffffff", "#000000"])(
  "the brand %s",
  (hex) => {
    const accent = accentOf(hex);
    test("carries readable text", () => {
      expect(contrast(accent.fill, accent.on)).toBeGreaterThanOrEqual(4.5);
    });
    test("reads as text on light and dark", () => {
      expect(contrast(accent.textLight, "#ffffff")).toBeGreaterThanOrEqual(4.5);
      expect(contrast(accent.textDark, "#17171a")).toBeGreaterThanOrEqual(4.5);
    });
  },
);

describe("an export", () => {
  test("quotes what a spreadsheet would split and disarms formulas", () => {
    const text = csvOf(
      ["Naam", "Bedrag"],
      [
        ['Jansen; "De Wit"', 12],
        ["=1+1", -3],
      ],
    );
    expect(text).toBe('\uFEFFNaam;Bedrag\r\n"Jansen; ""De Wit""";12\r\n\'=1+1;-3\r\n');
  });
});
