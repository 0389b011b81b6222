import { expect, test } from "vitest";
import { nearlySamePlace } from "./planStore.ts";
import type { PlanPlace } from "./views.ts";

const place: PlanPlace = {
  crewId: "crew 1",
  on: "2026-12-03",
  part: "morning",
  start: 540,
  isPinned: false,
};

test("a visit has not changed when the roads are counted some minutes otherwise, and has when anything else differs", () => {
  expect(nearlySamePlace(place, { ...place, start: 551 })).toBe(true);
  expect(nearlySamePlace(place, { ...place, start: 555 })).toBe(false);
  for (const other of [{ crewId: "crew 2" }, { isPinned: true }, { part: "afternoon" as const }])
    expect(nearlySamePlace(place, { ...place, ...other })).toBe(false);
  expect(nearlySamePlace(place, null)).toBe(false);
  expect(nearlySamePlace(null, place)).toBe(false);
  expect(nearlySamePlace(null, null)).toBe(true);
});
