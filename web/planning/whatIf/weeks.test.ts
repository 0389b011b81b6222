import { expect, test } from "vitest";
import { weekOf, weeksOf } from "./weeks.ts";

const today = "2026-11-25";

test("twelve weeks are offered from this one on, and next week is asked about", () => {
  const weeks = weeksOf(today, undefined);
  expect(weeks).toHaveLength(12);
  expect([weeks[0], weeks.at(-1)]).toEqual(["2026-11-23", "2027-02-08"]);
  expect(weekOf(today, undefined)).toBe("2026-11-30");
});

test("a later week in the address is offered as well, and is the one that is asked about", () => {
  expect(weeksOf(today, "2027-03-03").slice(11)).toEqual(["2027-02-08", "2027-03-01"]);
  expect(weekOf(today, "2027-03-03")).toBe("2027-03-01");
  expect(weeksOf(today, "2026-12-07")).toHaveLength(12);
  expect(weekOf(today, "2026-12-07")).toBe("2026-12-07");
});

test("a week that is over, and what is no day, is next week", () => {
  for (const given of ["2026-11-16", "morgen"]) {
    expect(weeksOf(today, given)).toHaveLength(12);
    expect(weekOf(today, given)).toBe("2026-11-30");
  }
});
