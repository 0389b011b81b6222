import { expect, test } from "vitest";
import { driveDay } from "../drive.ts";
import type { Task } from "../model.ts";
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

test("what was begun stands where it was begun, also when the roads say that nobody can be there yet", () => {
  const amsterdam = { latitude: 52.37, longitude: 4.9 };
  const begun = aTask("a", { place: amsterdam, fixed: { ...pin, start: 455 } });
  const driveTo = (task: Task) =>
    driveDay(
      aSlot(),
      [
        { taskId: "a", part: "morning", notBefore: 455 },
        { taskId: "b", part: "morning" },
      ],
      new Map([task, aTask("b", { place: amsterdam })].map((each) => [each.id, each])),
    );
  expect(pinned(driveTo(begun))).toMatchObject([{ rule: "pinned", visitId: "a" }]);
  const day = driveTo({ ...begun, hasBegun: true });
  expect(pinned(day)).toEqual([]);
  expect(day.stops).toMatchObject([
    { arrives: 455, start: 455, end: 575 },
    { arrives: 575, start: 575 },
  ]);
});
