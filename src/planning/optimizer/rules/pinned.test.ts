import { expect, test } from "vitest";
import { driveDay } from "../drive.ts";
import { aSlot, aTask } from "../testing.ts";
import { pinned } from "./pinned.ts";

const pin = { crewId: "crew", start: 540, part: "morning" as const };
const driven = (notBefore: number, crewId = "crew") =>
  driveDay(
    aSlot({ crewId }),
    [{ taskId: "a", part: "morning", notBefore }],
    new Map([["a", aTask("a", { fixed: pin })]]),
  );

test("what is pinned begins at its minute", () => {
  expect(pinned(driven(540))).toEqual([]);
});

test("tells how many minutes off it is, or that it is with another crew", () => {
  expect(pinned(driven(555))).toMatchObject([{ rule: "pinned", visitId: "a", detail: "15" }]);
  expect(pinned(driven(540, "other"))).toMatchObject([{ rule: "pinned", detail: "crew" }]);
});
