import { describe, expect, test } from "vitest";
import { offsetFor } from "./revealRow.ts";

const picture = { offset: 100, height: 400, above: 40 };

describe("scrolling to a row", () => {
  test("leaves the board where it is while the row lies wholly in sight", () => {
    expect(offsetFor({ start: 100, end: 220 }, picture)).toBe(100);
    expect(offsetFor({ start: 340, end: 460 }, picture)).toBe(100);
  });

  test("goes up to a row that begins higher", () => {
    expect(offsetFor({ start: 80, end: 200 }, picture)).toBe(80);
  });

  test("goes down until the row ends at the lower edge, the head above counted", () => {
    expect(offsetFor({ start: 360, end: 480 }, picture)).toBe(120);
  });

  test("shows the beginning of a row that is higher than the picture", () => {
    expect(offsetFor({ start: 500, end: 1_000 }, picture)).toBe(500);
  });
});
