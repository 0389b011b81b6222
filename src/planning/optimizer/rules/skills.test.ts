import { expect, test } from "vitest";
import { aDay, aSlot, aTask } from "../testing.ts";
import { skills } from "./skills.ts";

test("a crew that can do the work breaks nothing", () => {
  expect(skills(aDay([aTask("a")]))).toEqual([]);
});

test("names each skill that nobody of the crew has", () => {
  const day = aDay([aTask("a", { skills: ["charging", "digging"] })], aSlot({ skills: ["charging"] }));
  expect(skills(day)).toEqual([{ rule: "skills", visitId: "a", crewId: "crew", detail: "digging" }]);
});
