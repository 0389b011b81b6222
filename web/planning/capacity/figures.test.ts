import { expect, test } from "vitest";
import { addUp, levelOf, loadOf, noFigures } from "./figures.ts";

const cell = {
  ...noFigures,
  available: 600,
  booked: 200,
  travel: 60,
  waiting: 100,
  quoted: 30,
  expected: 10,
};

test("a cell is as full as what is asked of the hours there are", () => {
  expect(loadOf(cell)).toBeCloseTo(400 / 600);
  expect(loadOf(noFigures)).toBeNull();
  expect(loadOf({ ...noFigures, waiting: 10 })).toBe(Infinity);
});

test("a cell is short as soon as something finds no crew, however much is free", () => {
  expect(levelOf(cell)).toBe("busy");
  expect(levelOf({ ...cell, short: 60 })).toBe("short");
  expect(levelOf({ ...cell, expected: 180 })).toBe("full");
  expect(levelOf(noFigures)).toBe("none");
});

test("cells add up kind by kind", () => {
  expect(addUp([cell, cell])).toMatchObject({ available: 1200, booked: 400, expected: 20, short: 0 });
});
