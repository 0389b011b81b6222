import { describe, expect, test } from "vitest";
import { bottlenecksOf } from "./cells.ts";
import { chancesOf } from "./chances.ts";
import type { CrewTime, Demand } from "./demand.ts";
import { forecast } from "./forecast.ts";
import { lagAfter, lagOf } from "./lag.ts";
import { meet } from "./meet.ts";
import { regionNames, regionNear, regionOf } from "./regions.ts";

const week = "2026-03-09";
const amersfoort = { latitude: 52.16, longitude: 5.39 };

const crew = (given: Partial<CrewTime> = {}): CrewTime => ({
  crewId: null,
  on: "2026-03-10",
  week,
  region: "middle",
  ...amersfoort,
  skills: ["charging"],
  minutes: 480,
  source: "template",
  ...given,
});

const work = (minutes: number, given: Partial<Demand> = {}): Demand => ({
  kind: "waiting",
  week,
  region: "middle",
  skills: ["charging"],
  visits: 1,
  work: minutes,
  travel: 0,
  ...given,
});

describe("what an ordinary week brings", () => {
  const months = (weeks: number) =>
    Array.from({ length: weeks }, (_, index) => Math.floor((index % 52) / 4.34));

  test("follows the newest weeks when every week brings something", () => {
    const values = [...Array.from({ length: 20 }, () => 600), ...Array.from({ length: 20 }, () => 900)];
    const found = forecast(values, months(40));
    expect(found.method).toBe("smoothing");
    expect(found.level).toBeGreaterThan(880);
    expect(found.level).toBeLessThanOrEqual(900);
  });

  test("comes near the mean when most weeks bring nothing", () => {
    const values = Array.from({ length: 60 }, (_, index) => (index % 4 === 3 ? 400 : 0));
    const found = forecast(values, months(60));
    expect(found.method).toBe("croston");
    expect(found.level).toBeGreaterThan(75);
    expect(found.level).toBeLessThan(105);
  });

  test("knows months only after two years, and is nothing without work", () => {
    const summer = (index: number) => (months(156).at(index) === 6 ? 200 : 1000);
    const long = forecast(
      Array.from({ length: 156 }, (_, index) => summer(index)),
      months(156),
    );
    expect(long.season[6]).toBeLessThan(0.6);
    expect(long.season[2]).toBeGreaterThan(1);
    const short = forecast(
      Array.from({ length: 52 }, (_, index) => summer(index)),
      months(52),
    );
    expect(new Set(short.season)).toEqual(new Set([1]));
    expect(forecast([0, 0, 0], [0, 0, 0])).toMatchObject({ method: "none", level: 0 });
  });
});

describe("work given to crews", () => {
  test("goes first to those who alone can do it, so that what is short is really short", () => {
    const both = crew({ skills: ["charging", "cupboard"] });
    const found = meet(
      [both, crew()],
      [work(700), work(300, { skills: ["charging", "cupboard"] })],
      new Map(),
    );
    expect(found.short).toEqual([
      { week, region: "middle", skills: ["charging"], skill: "charging", minutes: 40 },
    ]);
    expect(found.left.reduce((sum, { left }) => sum + left, 0)).toBe(0);
  });

  test("names the scarcest skill, and does not send a crew from one end of the country to the other", () => {
    const groningen = crew({ region: "north", latitude: 53.2, longitude: 6.5 });
    const found = meet(
      [groningen],
      [
        work(60, { skills: ["charging", "cupboard"] }),
        work(60, { region: "middle" }),
        work(60, { region: "south" }),
      ],
      new Map(),
    );
    expect(found.short.map(({ region, skill, minutes }) => [region, skill, minutes])).toEqual([
      ["middle", "cupboard", 60],
      ["south", "charging", 60],
    ]);
  });

  test("goes from the middle of the country to every region of it, as customers there are offered days", () => {
    const everywhere = regionNames.map((region) => work(60, { region }));
    expect(meet([crew()], everywhere, new Map()).short).toEqual([]);
  });

  test("is told where it is short by what reads the same, the first week first", () => {
    const rows = [
      { week: "2026-03-23", minutes: 222 },
      { week: "2026-03-16", minutes: 221 },
      { week: "2026-03-09", minutes: 400 },
    ].map((row) => ({ ...row, region: "north" as const, skills: ["charging"], skill: "charging" }));
    const picture = { crews: [crew()], met: { short: rows, given: [], left: [] } };
    expect(bottlenecksOf(picture as never, null).map((found) => found.week)).toEqual([
      "2026-03-09",
      "2026-03-16",
      "2026-03-23",
    ]);
  });

  test("leaves what is booked with its crew", () => {
    const found = meet([crew({ crewId: "one" })], [work(300)], new Map([["one", 400]]));
    expect(found.short[0]!.minutes).toBe(220);
  });
});

describe("the chance that a quote becomes work", () => {
  test("is what was believed, moved by what was seen", () => {
    const seen = [{ status: "quote_sent" as const, age: "week" as const, decided: 90, won: 18, days: 9 }];
    const found = chancesOf(seen);
    const sent = found.filter(({ status }) => status === "quote_sent");
    expect(sent[0]).toMatchObject({ age: "week", isFallback: false, chance: 0.24 });
    expect(sent[1]).toMatchObject({ age: "three_weeks", isFallback: true, chance: 0.4 });
  });
});

describe("how long work waits", () => {
  test("adds up to one, and leaves out the weeks that are over", () => {
    const lag = lagOf([{ weeks: 1, visits: 200 }]);
    expect(lag.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1);
    expect(lag[1]).toBeGreaterThan(0.9);
    const later = lagAfter(lag, 2);
    expect(later.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1);
    expect(later[0]).toBeGreaterThan(later[1]!);
    expect(lagAfter(lag, 40)).toHaveLength(2);
  });
});

test("a region goes by postal code, and else by where a place is", () => {
  expect(["3811AB", "1012AB", "9711AA", "8017PW", null].map(regionOf)).toEqual([
    "middle",
    "north_west",
    "north",
    "east",
    "unknown",
  ]);
  expect(regionNear(amersfoort)).toBe("middle");
});
