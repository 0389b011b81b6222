import { describe, expect, test } from "vitest";
import { crewChanges } from "./crewChanges.ts";

const crew = {
  name: "Noord",
  mechanicIds: ["a", "b"],
  endsAt: "17:00",
  start: { name: "Nijkerk", latitude: 52.22, longitude: 5.49 },
  end: null,
};

describe("the changes of a crew", () => {
  test("are what became different, with what it was", () => {
    const after = { ...crew, mechanicIds: ["a"], start: { ...crew.start }, endsAt: "16:00" };
    expect(crewChanges(crew, after)).toEqual({
      mechanicIds: ["a"],
      endsAt: "16:00",
      was: { mechanicIds: ["a", "b"], endsAt: "17:00" },
    });
  });

  test("are none when nothing is different", () => {
    expect(crewChanges(crew, { name: "Noord", end: null })).toBeNull();
  });
});
