import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import { quickDay, quickInstant, quickLater, quickLocal } from "./quickTime.ts";
import { dayOf, daysAfter, instantAt, later, timeOf, weekdayOf } from "./time.ts";

const zones = [
  "Europe/Amsterdam",
  "Europe/London",
  "Australia/Lord_Howe",
  "America/New_York",
  "Asia/Kathmandu",
];
const written = (moment: Temporal.Instant) => new Date(moment.epochMilliseconds).toISOString();

/** Every thirty-fifth quarter of an hour of a year and a half: all hours of the day, and each change of clocks from close by. */
const moments = Array.from({ length: 1500 }, (_, index) =>
  new Date(Date.UTC(2025, 8, 1) + index * 35 * 900_000 + (index % 900) * 1000).toISOString(),
);

describe("counting time", () => {
  test.each(zones)("tells day and time as the calendar does, in %s", (zone) => {
    const differ = moments.filter((at) => {
      const local = Temporal.Instant.from(at).toZonedDateTimeISO(zone).toPlainDateTime();
      return quickLocal(at, zone) !== local.toString({ smallestUnit: "minute", roundingMode: "trunc" });
    });
    expect(differ).toEqual([]);
  });

  test.each(zones)("finds the instant of a local time as the calendar does, in %s", (zone) => {
    const differ = moments.filter((at) => {
      const [on, time] = [at.slice(0, 10), at.slice(11, 16)];
      const local = Temporal.PlainDate.from(on).toZonedDateTime({ timeZone: zone, plainTime: time });
      return instantAt(on, time, zone) !== written(local.toInstant());
    });
    expect(differ).toEqual([]);
  });

  test.each(zones)("moves by days as the calendar does, in %s", (zone) => {
    const differ = moments.flatMap((at) =>
      ["P1D", "-P2D", "P14D", "P90D", "-P300D"].filter((duration) => {
        const moved = Temporal.Instant.from(at)
          .toZonedDateTimeISO(zone)
          .add(Temporal.Duration.from(duration));
        return later(at, duration, zone) !== written(moved.toInstant());
      }),
    );
    expect(differ).toEqual([]);
  });

  test("moves by hours and minutes, and leaves days on which clocks change to the calendar", () => {
    expect(later("2026-03-28T12:00:00.000Z", "PT90M")).toBe("2026-03-28T13:30:00.000Z");
    expect(later("2026-03-28T12:00:00.000Z", "-PT1H30M")).toBe("2026-03-28T10:30:00.000Z");
    expect(quickLater("2026-03-28T12:00:00.000Z", "P1D", "Europe/Amsterdam")).toBeUndefined();
    expect(quickLater("2026-03-27T12:00:00.000Z", "-P1D", "Europe/Amsterdam")).toBe(
      "2026-03-26T12:00:00.000Z",
    );
    // The night in which the clock goes forward is an hour shorter.
    expect(later("2026-03-28T12:00:00.000Z", "P1D")).toBe("2026-03-29T11:00:00.000Z");
    expect(() => later("2026-03-28T12:00:00.000Z", "PT")).toThrow(RangeError);
  });

  test("knows days across months and years", () => {
    expect(daysAfter("2028-02-28", 1)).toBe("2028-02-29");
    expect(daysAfter("2026-01-01", -1)).toBe("2025-12-31");
    expect(["2026-11-27", "2026-11-29", "2026-11-30"].map(weekdayOf)).toEqual([5, 7, 1]);
  });

  test("leaves to the calendar, which refuses, what is no day or moment", () => {
    expect(quickDay("2026-02-30")).toBeUndefined();
    expect(quickInstant("2026-02-30", "10:00", "Europe/Amsterdam")).toBeUndefined();
    expect(quickLocal("2026-02-28", "Europe/Amsterdam")).toBeUndefined();
    expect(() => daysAfter("2026-02-30", 1)).toThrow(RangeError);
    expect(() => weekdayOf("yesterday")).toThrow(RangeError);
    expect(() => dayOf("2026-02-28")).toThrow(RangeError);
    expect(() => timeOf("")).toThrow(RangeError);
  });
});
