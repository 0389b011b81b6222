import { describe, expect, test } from "vitest";
import { arrivalBy } from "./clock.ts";
import { workClock } from "./workClock.ts";

const noon = { from: 720, until: 750 };

describe("A day's clock without lunch", () => {
  const clock = workClock(noon);

  test("goes on where it stood when lunch began", () => {
    expect([700, 720, 735, 750, 780].map((minute) => clock.at(minute))).toEqual([700, 720, 720, 720, 750]);
  });

  test("lets work that lunch falls in end that much later", () => {
    expect(clock.endOf(clock.at(690) + 60)).toBe(780);
    expect(clock.endOf(clock.at(660) + 60)).toBe(720);
  });

  test("begins after lunch, unless somebody was promised a start within it", () => {
    expect(clock.startOf(clock.at(725), 1020)).toBe(750);
    expect(clock.startOf(clock.at(725), 730)).toBe(730);
    expect(clock.startOf(clock.at(725), 720)).toBe(720);
    expect(clock.startOf(clock.at(755), 1020)).toBe(755);
  });

  test("drives slowly in the same rush hours", () => {
    const leaving = clock.at(960);
    const plain = workClock();
    expect(clock.endOf(arrivalBy(clock.driving, leaving, 600))).toBe(arrivalBy(plain.driving, 960, 600));
  });

  test("is the ordinary one where there is no lunch", () => {
    const plain = workClock();
    expect([0, 1, 720, 1440].map((minute) => plain.endOf(plain.at(minute)))).toEqual([0, 1, 720, 1440]);
    expect(plain.startOf(720, 1020)).toBe(720);
  });
});
