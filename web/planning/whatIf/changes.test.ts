import { describe, expect, test } from "vitest";
import { changeOf, type Given, missingIn } from "./changes.ts";

const given: Given = {
  depotId: "nijkerk",
  skills: [],
  days: ["2026-11-30"],
  level: "senior",
  from: "2026-11-30",
  vanId: null,
  mechanicId: null,
  crews: 2,
  minutes: 60,
};

describe("a change that cannot be added yet", () => {
  test.each([
    ["add_crew", { depotId: null }, "depot"],
    ["enough_crews", { days: [] }, "days"],
    ["lose_van", {}, "van"],
    ["away", {}, "person"],
    ["away", { mechanicId: "sam", days: [] }, "days"],
  ] as const)("says what it waits for: %s %j", (kind, fields, missing) => {
    const filled = { ...given, ...fields, days: [...((fields as Partial<Given>).days ?? given.days)] };
    expect(missingIn(kind, filled)).toBe(missing);
    expect(changeOf(kind, filled)).toBeNull();
  });

  test.each(["add_crew", "hire", "open_saturday", "longer"] as const)(
    "waits for nothing when it is whole: %s",
    (kind) => {
      expect(missingIn(kind, given)).toBeNull();
      expect(changeOf(kind, given)).toMatchObject({ kind });
    },
  );
});
